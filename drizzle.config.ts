import { defineConfig } from 'drizzle-kit';

/** `npm run migrations` writes the next numbered SQL file from the difference to the schema. Never `push`. */
export default defineConfig({
  dialect: 'turso',
  schema: './worker/db/schema.ts',
  out: './migrations',
  dbCredentials: { url: 'http://127.0.0.1:1' },
});
