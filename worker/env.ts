/** Bindings of the Worker and what each request carries. Every variable is described in the README. */
import type { Database } from './db/client.ts';
import type { Principal } from './auth/principal.ts';
import type { StoredReply } from './http/idempotency.ts';

export interface OcrMessage {
  job: string;
}

/** A part of a large page that is read by itself. */
export interface TileMessage {
  job: string;
  tile: number;
  /** of its picture; messages of earlier versions lack it */
  pixels?: number;
}

/**
 * A page whose text is new, an entity whose names are (`after` a row of the index where it goes on), or a page
 * whose reading can be measured, because its text was accepted.
 */
export type TextMessage = { page: string } | { names: string; after?: number } | { measure: string };

export interface Env {
  /** Where libSQL answers: https://… of Turso or sqld. */
  LIBSQL_URL: string;
  /** Its token; a secret. */
  LIBSQL_AUTH_TOKEN?: string;
  /** A database behind a service binding, as the local start and the tests have it, in place of the net. */
  LIBSQL?: Fetcher;
  /** Signs session cookies; a secret of at least 32 characters. */
  AUTH_SECRET: string;
  /** The public address, such as https://qalam.example; empty: the address of the request. */
  PUBLIC_URL?: string;
  /** Of so many accepted texts one goes to a second reviewer; 0: none; empty: 10. */
  SECOND_REVIEW_EVERY?: string;
  /** A Worker that reads pages (worker/reader.ts); without it they are read here. */
  READER?: Fetcher;
  SCANS: R2Bucket;
  OCR_QUEUE: Queue<OcrMessage>;
  /** Parts of large pages, each to be read by itself. */
  TILE_QUEUE: Queue<TileMessage>;
  /** What is to be done with new texts: the gazetteer's proposals, the error rate of their readings. */
  TEXT_QUEUE: Queue<TextMessage>;
  ASSETS: Fetcher;
  SIGN_IN_LIMIT: RateLimit;
  UPLOAD_LIMIT: RateLimit;
}

export interface Variables {
  db: Database;
  /** Set by `requireRole` on every operation that is not open to all. */
  principal: Principal;
  /** Set where a write carries an Idempotency-Key. */
  idempotency?: { key: string; fingerprint: string };
  /** The answer that the same key got before. */
  storedReply?: StoredReply;
}

export interface AppEnv {
  Bindings: Env;
  Variables: Variables;
}
