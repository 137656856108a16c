import { z } from 'zod';
import { protocolError } from './errors.ts';
import { parseBase64, parseInteger } from './values.ts';
import type { SqlValue } from './values.ts';

// Shapes of Hrana over HTTP, versions 2 and 3, in JSON: docs/HRANA_3_SPEC.md of tursodatabase/libsql.

/** A lone surrogate has no UTF-8 form, and invalid UTF-8 in the file would end the process later. */
const Text = z.string().refine((text) => text.isWellFormed(), 'text is not valid Unicode');

const Integer = z.string().transform((text, context) => {
  const value = parseInteger(text);
  if (value !== undefined) return value;
  context.addIssue('not a 64-bit integer');
  return z.NEVER;
});

const Blob = z.string().transform((text, context) => {
  const bytes = parseBase64(text);
  if (bytes !== undefined) return bytes;
  context.addIssue('not base64');
  return z.NEVER;
});

const Value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }).transform((): SqlValue => null),
  z.object({ type: z.literal('integer'), value: Integer }).transform((v): SqlValue => v.value),
  z.object({ type: z.literal('float'), value: z.number() }).transform((v): SqlValue => v.value),
  z.object({ type: z.literal('text'), value: Text }).transform((v): SqlValue => v.value),
  z.object({ type: z.literal('blob'), base64: Blob }).transform((v): SqlValue => v.base64),
]);

const SqlId = z.int32();
const SqlSource = { sql: Text.nullish(), sql_id: SqlId.nullish() };

const NamedArgument = z.object({ name: Text, value: Value });
export type NamedArgument = z.infer<typeof NamedArgument>;

const Stmt = z.object({
  ...SqlSource,
  args: z.array(Value).default([]),
  named_args: z.array(NamedArgument).default([]),
  want_rows: z.boolean().nullish(),
});
/** A statement with its arguments. */
export type Stmt = z.infer<typeof Stmt>;
/** SQL given as text, or as the id of a text stored before. */
export type SqlSource = Pick<Stmt, 'sql' | 'sql_id'>;

/** When a step of a batch is run, in terms of the steps before it. */
export type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' };

const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.enum(['ok', 'error']), step: z.int().nonnegative() }),
    z.object({ type: z.literal('not'), cond: Condition }),
    z.object({ type: z.enum(['and', 'or']), conds: z.array(Condition) }),
    z.object({ type: z.literal('is_autocommit') }),
  ]),
);

const Batch = z.object({
  steps: z.array(z.object({ condition: Condition.nullish(), stmt: Stmt })),
});
/** Statements run one after the other, each if its condition holds. */
export type Batch = z.infer<typeof Batch>;

const StreamRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('execute'), stmt: Stmt }),
  z.object({ type: z.literal('batch'), batch: Batch }),
  z.object({ type: z.literal('sequence'), ...SqlSource }),
  z.object({ type: z.literal('describe'), ...SqlSource }),
  z.object({ type: z.literal('store_sql'), sql_id: SqlId, sql: Text }),
  z.object({ type: z.literal('close_sql'), sql_id: SqlId }),
  z.object({ type: z.literal('get_autocommit') }),
]);
/** One request on a stream. */
export type StreamRequest = z.infer<typeof StreamRequest>;

const Baton = z.string().nullish();
const PipelineBody = z.object({ baton: Baton, requests: z.array(StreamRequest).default([]) });
export type PipelineBody = z.infer<typeof PipelineBody>;

const CursorBody = z.object({ baton: Baton, batch: Batch });
export type CursorBody = z.infer<typeof CursorBody>;

/** Reads the body of `POST /v2/pipeline` or `/v3/pipeline`. @throws HranaError PROTO_ERROR */
export function parsePipeline(body: Uint8Array): PipelineBody {
  return parseBody(PipelineBody, body);
}

/** Reads the body of `POST /v3/cursor`. @throws HranaError PROTO_ERROR */
export function parseCursor(body: Uint8Array): CursorBody {
  return parseBody(CursorBody, body);
}

function parseBody<T>(shape: z.ZodType<T>, body: Uint8Array): T {
  const result = readShape(shape, body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw protocolError(`${issue?.message ?? 'wrong shape'} at ${issue?.path.join('.') || 'the top'}`);
}

function readShape<T>(shape: z.ZodType<T>, body: Uint8Array): z.ZodSafeParseResult<T> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return shape.safeParse(JSON.parse(text));
  } catch (error) {
    // Invalid UTF-8, invalid JSON, or nested so deeply that the stack does not suffice.
    throw protocolError(`the body is not JSON of the expected shape: ${(error as Error).message}`);
  }
}
