/** `npm start`: the whole service on http://127.0.0.1:8787, with nothing else installed. */
import { followReading } from './start/follow-reading.ts';
import { FolderInUse } from './start/data-folder.ts';
import { watchParent } from './start/processes.ts';
import { PortInUse } from './start/local-worker.ts';
import { type Service, startService } from './start/service.ts';

async function main(): Promise<void> {
  const data = process.env['QALAM_DATA'] ?? '.qalam';
  let service: Service;
  try {
    service = await startService({
      data,
      port: readPort(),
      samples: process.env['QALAM_SAMPLES'] !== 'no',
      say: console.log,
    });
  } catch (error) {
    if (error instanceof PortInUse || error instanceof FolderInUse) {
      console.error(error.message);
      process.exit(1);
    }
    throw error;
  }
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    console.log('\nStopping; nothing is lost.');
    void service.stop().finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // `npm start`: when npm is killed outright, this process is to end too.
  if (process.env['npm_lifecycle_event'] === 'start') watchParent(stop);
  printWelcome(service, data);
  await followReading(service.url, console.log, () => stopping);
}

function readPort(): number {
  const text = process.env['PORT'] ?? '8787';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`PORT is ${text}, which is no port number.`);
    process.exit(1);
  }
  return port;
}

function printWelcome({ url, accounts }: Service, data: string): void {
  const rows = accounts.map(
    ({ email, password, role }) => `  ${email.padEnd(24)} ${password.padEnd(14)} ${role}`,
  );
  console.log(`
Qalam is at ${url}

Demo accounts (e-mail, password, role); their API keys are in ${data}/demo-keys.json:
${rows.join('\n')}

What to try:
  ${url}/                 publications, coverage, search
  ${url}/review           what waits for a reviewer
  ${url}/docs             the REST API, readable; ${url}/api/openapi.json for programs
  npm run demo            the main job in this terminal: upload, read, correct, tag, review, search
Ctrl-C stops; starting again keeps everything.
`);
}

await main();
