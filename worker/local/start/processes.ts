/**
 * workerd runs in processes of its own, and outlives this one when it is killed outright (kill -9):
 * it would go on holding the port and the files. So each start marks them, and ends those that a
 * killed start of the same folder has left behind. The mark is a variable of their environment, which
 * Linux shows; elsewhere their numbers are remembered in a file.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const NAME = 'workerd';
const MARK = 'QALAM_SERVICE_OF';
const PATIENCE_MS = 5000;

/** Processes that are started from now on belong to the service of this folder. */
export function markProcesses(folder: string): void {
  process.env[MARK] = folder;
}

/** Writes down which workerd processes belong to this start. */
export function rememberProcesses(file: string): void {
  const mine = listProcesses().filter(
    ({ parent, command }) => parent === process.pid && command.includes(NAME),
  );
  writeFileSync(file, JSON.stringify(mine.map(({ pid }) => pid)));
}

/** Ends what a killed start of this folder has left behind; `file` is where it wrote them down. */
export async function endOrphans(folder: string, file: string): Promise<void> {
  const remembered = new Set(readPids(file));
  const orphans = () =>
    listProcesses().filter(
      ({ pid, command }) => command.includes(NAME) && (remembered.has(pid) || isMarked(pid, folder)),
    );
  for (const { pid } of orphans()) kill(pid);
  const deadline = Date.now() + PATIENCE_MS;
  while (orphans().length > 0 && Date.now() < deadline) await wait(20);
  rmSync(file, { force: true });
}

/**
 * Calls `ended` when the process that started this one is gone. npm that is killed outright does not
 * pass that on, and a service that nobody can stop would hold the port.
 */
export function watchParent(ended: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    ended();
  }, 500);
  timer.unref();
}

/** Whether a process is there, and a Node process, as those of Qalam are. */
export function isNodeProcess(pid: number): boolean {
  return pid > 0 && listProcesses().some((one) => one.pid === pid && one.command.includes('node'));
}

interface ProcessInfo {
  pid: number;
  parent: number;
  command: string;
}

function listProcesses(): ProcessInfo[] {
  return existsSync('/proc/self/stat') ? listFromProc() : listFromPs();
}

function listFromProc(): ProcessInfo[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // pid (name) state parent …: the name may hold anything, so look behind its closing bracket.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z') return [];
        return [
          {
            pid: Number(name),
            parent: Number(parent),
            command: readFileSync(`/proc/${name}/cmdline`, 'utf8'),
          },
        ];
      } catch {
        return []; // it ended while we looked
      }
    });
}

function listFromPs(): ProcessInfo[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
      return { pid: Number(pid), parent: Number(parent), command: command ?? '' };
    });
}

function isMarked(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${MARK}=${folder}`);
  } catch {
    return false; // not Linux, not ours, or gone
  }
}

function readPids(file: string): number[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as number[];
  } catch {
    return []; // none was started, or it was killed while writing
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}
