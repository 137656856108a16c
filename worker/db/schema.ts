/**
 * Every table of the service, for drizzle. Why each is there: migrations/README.md.
 * Times are integer milliseconds UTC; ids are UUIDv7 text; JSON columns hold the shapes named here.
 */
export * from './schema/accounts.ts';
export * from './schema/authority.ts';
export * from './schema/corpus.ts';
export * from './schema/log.ts';
export * from './schema/texts.ts';
export * from './schema/work.ts';
