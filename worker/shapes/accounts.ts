import { Id, Time, z } from './common.ts';

export const Role = z.enum(['volunteer', 'reviewer', 'admin']);
export type Role = z.infer<typeof Role>;

export const Me = z
  .object({ id: Id, name: z.string(), role: Role, via: z.enum(['session', 'key']) })
  .openapi('Me');
export type Me = z.infer<typeof Me>;

/** An API key without its secret, which is shown once and stored only as a hash. */
export const ApiKey = z
  .object({ id: Id, name: z.string(), prefix: z.string(), createdAt: Time })
  .openapi('ApiKey');
export type ApiKey = z.infer<typeof ApiKey>;
export const NewApiKey = z.object({ name: z.string().trim().min(1).max(100) }).openapi('NewApiKey');
export const CreatedApiKey = ApiKey.extend({ key: z.string() }).openapi('CreatedApiKey');

export const User = z.object({ id: Id, name: z.string(), role: Role, createdAt: Time }).openapi('User');
export type User = z.infer<typeof User>;
export const UserChange = z.object({ role: Role }).openapi('UserChange');

export const Action = z
  .object({
    id: Id,
    action: z.string().openapi({ example: 'revision:accept' }),
    actor: Id.nullable(),
    subject: z.string().openapi({ example: 'revisions/0193…' }),
    at: Time,
  })
  .openapi('Action', { description: 'One line of the action log: who did what to what, and when' });
export type Action = z.infer<typeof Action>;
