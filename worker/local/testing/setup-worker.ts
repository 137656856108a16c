import { env } from 'cloudflare:workers';

// A database of its own for every test file: the setup file runs once for each, and the router
// (../hrana/database-router.ts) makes the database at the first request to its name.
Object.assign(env, { LIBSQL_URL: `http://t-${crypto.randomUUID()}.libsql/` });
