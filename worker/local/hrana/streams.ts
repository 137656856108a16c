import { randomBytes } from 'node:crypto';
import type { Connection } from './connection.ts';
import { HranaError } from './errors.ts';
import type { Pool } from './pool.ts';

/** What a client keeps between requests: a connection, and the SQL texts it stored. */
export interface Stream {
  readonly id: string;
  /** null once the stream is closed. */
  connection: Connection | null;
  readonly sqlTexts: Map<number, string>;
  /** Number of requests so far: it makes every baton good for one request only. */
  turn: number;
}

export interface StreamOptions {
  /** How long an idle stream lives, in milliseconds. */
  streamTtlMs: number;
  /** The same while a transaction is open: an abandoned one must not hold the write lock. */
  transactionTtlMs: number;
}

export interface Streams {
  /** Opens a stream, or continues one with the baton of its last answer. */
  take(baton: string | null | undefined): Promise<Stream>;
  /** Puts a stream by for the next request, whose baton is returned; null when it is closed. */
  putBy(stream: Stream): string | null;
  /** Rolls back what is open and gives the connection back. */
  close(stream: Stream): void;
  /** Closes all that wait for a next request. */
  closeAll(): void;
  count(): number;
}

interface Idle {
  stream: Stream;
  timer: NodeJS.Timeout;
}

/** How many expired streams are remembered for the sake of a clearer error. */
const REMEMBERED = 1000;

/** Keeps streams between requests, and ends those whose client does not come back. */
export function createStreams(pool: Pool, { streamTtlMs, transactionTtlMs }: StreamOptions): Streams {
  const idle = new Map<string, Idle>();
  const busy = new Set<string>();
  const expired = new Set<string>();

  async function take(baton: string | null | undefined): Promise<Stream> {
    if (baton == null) return open();
    const [id = '', turn] = baton.split('.', 2);
    const found = idle.get(id);
    if (!found) throw unknownStream(id);
    if (turn !== String(found.stream.turn)) throw reused();
    clearTimeout(found.timer);
    idle.delete(id);
    busy.add(id);
    found.stream.turn++;
    return found.stream;
  }

  async function open(): Promise<Stream> {
    const connection = await pool.acquire();
    const id = randomBytes(24).toString('base64url');
    busy.add(id);
    return { id, connection, sqlTexts: new Map(), turn: 0 };
  }

  function unknownStream(id: string): HranaError {
    if (busy.has(id)) return reused();
    if (expired.has(id)) {
      return new HranaError('STREAM_EXPIRED', 'The stream has expired due to inactivity');
    }
    return new HranaError('BATON_INVALID', 'Received an invalid baton');
  }

  function putBy(stream: Stream): string | null {
    busy.delete(stream.id);
    if (!stream.connection) return null;
    const ttl = stream.connection.inTransaction ? transactionTtlMs : streamTtlMs;
    const timer = setTimeout(() => expire(stream), ttl);
    timer.unref();
    idle.set(stream.id, { stream, timer });
    return `${stream.id}.${stream.turn}`;
  }

  function expire(stream: Stream): void {
    idle.delete(stream.id);
    const oldest = expired.values().next();
    if (expired.size >= REMEMBERED && !oldest.done) expired.delete(oldest.value);
    expired.add(stream.id);
    close(stream);
  }

  function close(stream: Stream): void {
    busy.delete(stream.id);
    const { connection } = stream;
    stream.connection = null;
    if (connection) pool.release(connection);
  }

  function closeAll(): void {
    for (const { stream, timer } of idle.values()) {
      clearTimeout(timer);
      close(stream);
    }
    idle.clear();
  }

  return { take, putBy, close, closeAll, count: () => idle.size + busy.size };
}

function reused(): HranaError {
  return new HranaError('BATON_REUSED', 'Received a baton that has already been used');
}
