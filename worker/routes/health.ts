import { Hono } from 'hono';
import { sql } from 'drizzle-orm';
import type { AppEnv } from '../env.ts';

/** `GET /health`: 200 where the Worker and its database answer. */
export const healthRoutes = new Hono<AppEnv>().get('/health', async (c) => {
  const started = Date.now();
  await c.var.db.run(sql`select 1`);
  return c.json({ status: 'ok', databaseMs: Date.now() - started }, 200, { 'cache-control': 'no-store' });
});
