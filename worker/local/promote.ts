/** `npm run promote -- EMAIL ROLE`: gives an existing account a role; how a deployment gets its first admin. */
import { createClient } from '@libsql/client/web';
import { resolve } from 'node:path';
import { createHrana } from './hrana/server.ts';

const ROLES = ['volunteer', 'reviewer', 'admin'];

const [email, role] = process.argv.slice(2);
if (!email || !role || !ROLES.includes(role)) {
  console.error(`Usage: npm run promote -- EMAIL ROLE   (ROLE: ${ROLES.join(', ')})`);
  process.exit(1);
}
const url = process.env['LIBSQL_URL'];
const authToken = process.env['LIBSQL_AUTH_TOKEN'];
const client = url
  ? createClient({ url, ...(authToken ? { authToken } : {}) })
  : localClient(resolve(process.env['QALAM_DATA'] ?? '.qalam', 'qalam.db'));
const { rowsAffected } = await client.execute({
  sql: 'update users set role = ?, updated_at = ? where email = ?',
  args: [role, Date.now(), email.toLowerCase()],
});
console.log(
  rowsAffected === 1 ? `The account is now ${role}.` : 'No account has this e-mail: sign up first.',
);
process.exit(rowsAffected === 1 ? 0 : 1);

function localClient(path: string) {
  const hrana = createHrana({ path });
  return createClient({ url: 'http://local/', fetch: (request: Request) => hrana.fetch(request) });
}
