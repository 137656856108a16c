/** `npm run demo`: goes through the main job against a running `npm start`, in the terminal. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createClient } from './demo/client.ts';
import { type Step, doMainJob } from './demo/main-job.ts';
import type { DemoKeys } from './start/demo-accounts.ts';

const url = `http://127.0.0.1:${process.env['PORT'] ?? '8787'}`;
const data = resolve(process.env['QALAM_DATA'] ?? '.qalam');

async function main(): Promise<void> {
  const keys = readKeys();
  await requireRunning();
  const steps: Step[] = [];
  const people = { volunteer: createClient(url, keys.volunteer), reviewer: createClient(url, keys.reviewer) };
  const page = await doMainJob(
    people,
    (step) => {
      steps.push(step);
      clearLine();
      console.log(`✓ ${step.step} (${step.seconds.toFixed(1)} s)`);
    },
    showProgress,
  );
  clearLine();
  printTable(steps);
  console.log(`\nSee it: ${url}/pages/${page.id}`);
}

function readKeys(): DemoKeys {
  try {
    return JSON.parse(readFileSync(join(data, 'demo-keys.json'), 'utf8')) as DemoKeys;
  } catch {
    return fail(`There are no demo keys in ${data}. Run \`npm start\` first, in another terminal.`);
  }
}

async function requireRunning(): Promise<void> {
  const running = await fetch(`${url}/health`).then(
    (response) => response.ok,
    () => false,
  );
  if (!running)
    fail(`Nothing answers at ${url}. Run \`npm start\` first, in another terminal (PORT says where).`);
}

function printTable(steps: Step[]): void {
  const width = Math.max(...steps.map(({ step }) => step.length));
  console.log(`\n${'step'.padEnd(width)}  seconds  result`);
  for (const { step, seconds, result } of steps) {
    console.log(`${step.padEnd(width)}  ${seconds.toFixed(1).padStart(7)}  ${result}`);
  }
}

function showProgress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K${text}`);
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001B[2K');
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

await main();
