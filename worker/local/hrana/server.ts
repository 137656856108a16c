import { HranaError, isSqliteError, toWireError } from './errors.ts';
import { connectionOf, describeStmt, executeBatch, executeSequence, executeStmt } from './execute.ts';
import { parseCursor, parsePipeline } from './messages.ts';
import type { CursorBody, PipelineBody, StreamRequest } from './messages.ts';
import { createPool } from './pool.ts';
import { createStreams } from './streams.ts';
import type { Stream } from './streams.ts';
import { tokenCheck } from './token-check.ts';

export interface HranaOptions {
  /** The database file; made when it does not exist. */
  path: string;
  /** When set, clients must send it as `Authorization: Bearer`. */
  authToken?: string | undefined;
  maxConnections?: number;
  streamTtlMs?: number;
  transactionTtlMs?: number;
  busyTimeoutMs?: number;
  /** Set on every connection when it is opened. */
  pragmas?: readonly string[];
}

/** A request, as both faces (fetch and node:http) hand it over. */
export interface HranaRequest {
  method: string;
  /** Path of the URL, without the query. */
  path: string;
  authorization: string | null | undefined;
  body: () => Promise<Uint8Array>;
}

export interface HranaAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface Hrana {
  answer: (request: HranaRequest) => Promise<HranaAnswer>;
  /** The same as a function from Request to Response: fits `fetch` of @libsql/client. */
  fetch: (request: Request) => Promise<Response>;
  stats: () => { lent: number; free: number; putAside: number; streams: number };
  /** Rolls back what is open and empties the write-ahead log. The files stay open: see pool.ts. */
  dispose: () => void;
}

const STORED_SQL_TEXTS = 50;
const STORED_SQL_BYTES = 5000;

/**
 * Hrana over HTTP (JSON, versions 2 and 3) on an embedded libSQL file: on one machine it stands
 * in for sqld and Turso, and refuses what they refuse.
 *
 * @example
 * const hrana = createHrana({ path: "qalam.db" });
 * const client = createClient({ url: "http://local/", fetch: (r: Request) => hrana.fetch(r) });
 */
export function createHrana(options: HranaOptions): Hrana {
  const pool = createPool({
    path: options.path,
    pragmas: options.pragmas ?? ['journal_mode = WAL', 'synchronous = NORMAL'],
    maxConnections: options.maxConnections ?? 64,
    busyTimeoutMs: options.busyTimeoutMs ?? 6000,
  });
  const streams = createStreams(pool, {
    streamTtlMs: options.streamTtlMs ?? 10_000,
    transactionTtlMs: options.transactionTtlMs ?? 5000,
  });
  const isAuthorized = tokenCheck(options.authToken);

  async function runRequest(stream: Stream, request: StreamRequest): Promise<object> {
    const connection = connectionOf(stream);
    switch (request.type) {
      case 'close':
        streams.close(stream);
        return {};
      case 'execute':
        return { result: await executeStmt(pool, stream, request.stmt) };
      case 'batch':
        return { result: await executeBatch(pool, stream, request.batch) };
      case 'sequence':
        await executeSequence(pool, stream, request);
        return {};
      case 'describe':
        return { result: describeStmt(stream, request) };
      case 'store_sql':
        storeSql(stream, request.sql_id, request.sql);
        return {};
      case 'close_sql':
        stream.sqlTexts.delete(request.sql_id);
        return {};
      case 'get_autocommit':
        return { is_autocommit: !connection.inTransaction };
    }
  }

  async function answerPipeline({ baton, requests }: PipelineBody): Promise<string> {
    const stream = await streams.take(baton);
    const results: object[] = [];
    try {
      for (const request of requests) {
        try {
          const response = { type: request.type, ...(await runRequest(stream, request)) };
          results.push({ type: 'ok', response });
        } catch (error) {
          if (!(error instanceof HranaError) && !isSqliteError(error)) throw error;
          results.push({ type: 'error', error: toWireError(error) });
        }
      }
      const answer = { baton: streams.putBy(stream), base_url: null, results };
      return JSON.stringify(answer);
    } catch (error) {
      streams.close(stream);
      throw error;
    }
  }

  async function answerCursor({ baton, batch }: CursorBody): Promise<string> {
    const stream = await streams.take(baton);
    try {
      const { step_results: results, step_errors: errors } = await executeBatch(pool, stream, batch);
      const entries: object[] = [{ baton: streams.putBy(stream), base_url: null }];
      for (const step of batch.steps.keys()) {
        const result = results[step];
        const error = errors[step];
        if (error) entries.push({ type: 'step_error', step, error });
        if (!result) continue;
        const { cols, rows, ...end } = result;
        entries.push({ type: 'step_begin', step, cols });
        for (const row of rows) entries.push({ type: 'row', row });
        entries.push({ type: 'step_end', ...end });
      }
      return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    } catch (error) {
      streams.close(stream);
      throw error;
    }
  }

  async function route(request: HranaRequest): Promise<HranaAnswer> {
    const { method, path } = request;
    if (method === 'GET' && /^\/(v2|v3|health|version)?\/?$/.test(path)) return text(200, 'ok');
    const endpoint = /\/(v2\/pipeline|v3\/pipeline|v3\/cursor)$/.exec(path)?.[1];
    if (method !== 'POST' || !endpoint) return text(404, 'not found');
    if (!isAuthorized(request.authorization)) throw new HranaError('AUTH_FAILED', 'Unauthorized', 401);
    const body = await request.body();
    if (endpoint === 'v3/cursor') return text(200, await answerCursor(parseCursor(body)));
    return json(200, await answerPipeline(parsePipeline(body)));
  }

  async function answer(request: HranaRequest): Promise<HranaAnswer> {
    try {
      return await route(request);
    } catch (error) {
      const status = error instanceof HranaError ? error.status : 500;
      return json(status, JSON.stringify(toWireError(error)));
    }
  }

  return {
    answer,
    fetch: async (request) => {
      const { body, ...init } = await answer(readRequest(request));
      return new Response(body, init);
    },
    stats: () => ({ ...pool.stats(), streams: streams.count() }),
    dispose() {
      streams.closeAll();
      pool.checkpoint();
    },
  };
}

/** What the server needs of a Request; both the platform's and Miniflare's own have it. */
export interface RequestLike {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Reads a Request of the platform or of Miniflare. */
export function readRequest(request: RequestLike): HranaRequest {
  return {
    method: request.method,
    path: new URL(request.url).pathname,
    authorization: request.headers.get('authorization'),
    body: async () => new Uint8Array(await request.arrayBuffer()),
  };
}

function storeSql(stream: Stream, id: number, sql: string): void {
  if (stream.sqlTexts.has(id)) {
    throw new HranaError('SQL_EXISTS', `SQL text with id ${id} is already stored`);
  }
  const count = stream.sqlTexts.size;
  if (count >= STORED_SQL_TEXTS) {
    throw new HranaError(
      'SQL_STORE_TOO_MANY',
      `The server already stores ${count} SQL texts, it cannot store more`,
    );
  }
  const size = Buffer.byteLength(sql);
  if (size > STORED_SQL_BYTES) {
    throw new HranaError(
      'SQL_STORE_TOO_LARGE',
      `The statement is too large to be stored: ${size} of ${STORED_SQL_BYTES} bytes`,
    );
  }
  stream.sqlTexts.set(id, sql);
}

function json(status: number, body: string): HranaAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body };
}

function text(status: number, body: string): HranaAnswer {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}
