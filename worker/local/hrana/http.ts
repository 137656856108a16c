import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHrana } from './server.ts';
import type { Hrana, HranaAnswer, HranaOptions } from './server.ts';
import { tokenCheck } from './token-check.ts';

interface ListenOptions {
  /** 0 or absent: any free port. */
  port?: number;
  host?: string;
  authToken?: string;
}

export interface ServeOptions extends HranaOptions, Pick<ListenOptions, 'port' | 'host'> {}

export interface HranaHttpServer {
  url: string;
  hrana: Hrana;
  close: () => Promise<void>;
}

/** Serves a database file over HTTP: for tests, benchmarks, and `wrangler dev`. */
export async function serveHrana({
  port = 0,
  host = '127.0.0.1',
  ...options
}: ServeOptions): Promise<HranaHttpServer> {
  const hrana = createHrana(options);
  const { url, close } = await serveAnswers(hrana, { port, host });
  return {
    url,
    hrana,
    close: async () => {
      await close();
      hrana.dispose();
    },
  };
}

/**
 * Serves what answers requests over HTTP.
 * @param authToken when set, requests without it are refused before they are answered
 */
export async function serveAnswers(
  hrana: Pick<Hrana, 'answer'>,
  { port = 0, host = '127.0.0.1', authToken }: ListenOptions = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const isAuthorized = tokenCheck(authToken);
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    if (!isAuthorized(headers.authorization)) return void response.writeHead(401).end('Unauthorized');
    hrana
      .answer({
        method,
        path: url.split('?', 1)[0] ?? '/',
        authorization: headers.authorization,
        body: () => readBody(request),
      })
      .then((answer) => send(response, answer))
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A length told beforehand lets the reader take the answer as one piece. */
function send(response: ServerResponse, { status, headers, body }: HranaAnswer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes);
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** `node worker/local/hrana/http.ts <file> [port]`: prints the address and serves until stopped. */
async function main(): Promise<void> {
  const [path = '.qalam/qalam.db', port = '8080'] = process.argv.slice(2);
  const server = await serveHrana({ path, port: Number(port), authToken: process.env['LIBSQL_AUTH_TOKEN'] });
  console.log(server.url);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

if (import.meta.main) await main();
