import { integer, text } from 'drizzle-orm/sqlite-core';

/** A text id: UUIDv7, made by the service. */
export const id = () => text('id').primaryKey();

/** A time: integer milliseconds UTC. */
export const time = (name: string) => integer(name);

/** A value kept as JSON text, read and written as the shape T. */
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
