/** Accounts of every role, put straight into the database: no operation of the API can make them. */
import { uuidv7 } from 'uuidv7';
import { makeApiKey, sha256Hex } from '../auth/secrets.ts';
import { connect } from '../db/client.ts';
import { apiKeys, users } from '../db/schema.ts';
import type { Role } from '../shapes/accounts.ts';
import { env } from './api.ts';

export interface Account {
  id: string;
  name: string;
  key: string;
  keyId: string;
}

/** A new account with an API key. */
export async function makeAccount(role: Role, name: string = role): Promise<Account> {
  const db = connect(env);
  const account = { id: uuidv7(), name, keyId: uuidv7(), key: makeApiKey().key };
  const now = new Date();
  await db.batch([
    db.insert(users).values({
      id: account.id,
      name,
      email: `${account.id}@qalam.test`,
      role,
      createdAt: now,
      updatedAt: now,
    }),
    db.insert(apiKeys).values({
      id: account.keyId,
      userId: account.id,
      name: 'test',
      prefix: account.key.slice(0, 12),
      hash: await sha256Hex(account.key),
      createdAt: now.getTime(),
    }),
  ]);
  return account;
}

/** One account of each kind that the main job needs. */
export async function makeAccounts() {
  const [volunteer, volunteer2, reviewer, reviewer2, admin] = await Promise.all([
    makeAccount('volunteer'),
    makeAccount('volunteer', 'volunteer2'),
    makeAccount('reviewer'),
    makeAccount('reviewer', 'reviewer2'),
    makeAccount('admin'),
  ]);
  return { volunteer, volunteer2, reviewer, reviewer2, admin };
}

export type Accounts = Awaited<ReturnType<typeof makeAccounts>>;
