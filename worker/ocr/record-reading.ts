/** What a reading leaves behind: its run for good, and, where no person has written, the text of the page. */
import { and, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { type Database, type Statement, runBatch } from '../db/client.ts';
import { isGuardFailure, isUniqueViolation } from '../db/guards.ts';
import { type ClaimedJob, findTextState, finishJob } from '../db/jobs.ts';
import { isUnwritten, storeMachineText } from '../db/machine-text.ts';
import { type ocrRuns, pages } from '../db/schema.ts';
import type { Env } from '../env.ts';
import { problemDocument } from '../http/problem.ts';
import { ocrRunKey } from '../scans/keys.ts';
import type { OcrRunLines } from '../shapes/ocr.ts';
import { requestSuggestions } from '../suggestions/request.ts';
import type { OcrError } from './errors.ts';
import { type ReadResult, toTextLine } from './result.ts';

type Run = typeof ocrRuns.$inferInsert;

/**
 * Stores a reading. Its text becomes the page's, unless a person has written meanwhile, it is of a region or only
 * a trial, or it has no lines where there were some.
 * @param failure why the reading is not complete; what was read is kept with the run alone
 */
export async function recordReading(
  env: Env,
  db: Database,
  claimed: ClaimedJob,
  result: ReadResult,
  startedAt: number,
  failure?: OcrError,
): Promise<void> {
  const { job, page } = claimed;
  const runId = uuidv7();
  const stored: OcrRunLines = {
    run: runId,
    ...(result.blocks ? { blocks: result.blocks } : {}),
    lines: result.lines.map((line) => ({ id: uuidv7(), ...line })),
  };
  await env.SCANS.put(ocrRunKey(runId), JSON.stringify(stored), {
    httpMetadata: { contentType: 'application/json' },
  });
  const error = failure && problemDocument('ocr-failed', failure.message, { code: failure.code });
  const run: Run = {
    ...runOf(claimed, runId, startedAt),
    engine: result.engine,
    engineVersion: result.engineVersion,
    models: result.models.map(({ name, sha256 }) => ({ name, version: sha256 })),
    parameters: { ...result.parameters, wasmBytes: result.wasmBytes },
    state: failure ? 'failed' : 'done',
    meanConfidence: meanConfidence(result),
    lineCount: stored.lines.length,
    warnings: result.warnings,
    notices: result.notices,
    ...(error ? { error } : {}),
  };
  if (error) {
    await finishWithout(db, claimed, run, { state: 'failed', error });
    return;
  }
  const lines = stored.lines.map(toTextLine);
  for (let attempt = 0; ; attempt++) {
    const state = await findTextState(db, page.id);
    if (!state) throw new Error(`page ${page.id} is gone`);
    const becomesText =
      job.region === null &&
      isUnwritten(state) &&
      (state.origin === null ? lines.length > 0 : lines.length > 0 && !job.trial);
    try {
      if (becomesText) {
        const { first, last } = finishJob(db, job, run, { state: 'done' });
        await runBatch(db, [...first, ...storeMachineText(db, state, { run: runId, lines }), ...last]);
        await requestSuggestions(env, page.id);
      } else await finishWithout(db, claimed, run, { state: 'done' });
      return;
    } catch (cause) {
      // Somebody saved or tagged in this very moment: their text stands, look again.
      // A guard also fails where another reader took the job over: that shows when it is tried again.
      const raced = isUniqueViolation(cause, 'revisions.number') || isGuardFailure(cause);
      if (!raced || attempt >= 5) throw cause;
    }
  }
}

/** Stores that a reading failed, and why. The page can be transcribed by hand or read again. */
export async function recordFailure(
  db: Database,
  claimed: ClaimedJob,
  failure: OcrError,
  models: string[],
): Promise<void> {
  const error = problemDocument('ocr-failed', failure.message, { code: failure.code });
  const run: Run = {
    ...runOf(claimed, uuidv7(), claimed.job.startedAt ?? Date.now()),
    engine: 'tesseract.js-core',
    engineVersion: '7.0.0',
    models: models.map((name) => ({ name, version: '' })),
    parameters: {},
    state: 'failed',
    meanConfidence: null,
    lineCount: 0,
    warnings: [],
    error,
  };
  await finishWithout(db, claimed, run, { state: 'failed', error });
}

function runOf({ job, page }: ClaimedJob, id: string, startedAt: number) {
  const { region, trial } = job;
  return { id, pageId: page.id, jobId: job.id, region, trial, startedAt, finishedAt: Date.now() };
}

/** Ends the job and leaves the text as it is. */
async function finishWithout(
  db: Database,
  { job, page }: ClaimedJob,
  run: Run,
  outcome: Parameters<typeof finishJob>[3],
): Promise<void> {
  const { first, last } = finishJob(db, job, run, outcome);
  const state = await findTextState(db, page.id);
  const statements: Statement[] = [];
  if (job.region === null && state) {
    const has = state.page.currentRevisionId !== null;
    const status = has || outcome.state === 'done' ? 'read' : 'failed';
    statements.push(
      db
        .update(pages)
        .set({ status, updatedAt: Date.now() })
        .where(and(eq(pages.id, page.id), inArray(pages.status, ['queued', 'reading']))),
    );
    // The newest whole reading stands for the page, beside a text that people wrote, or where nothing was found.
    if (outcome.state === 'done' && !job.trial && (!isUnwritten(state) || state.origin === null))
      statements.push(db.update(pages).set({ ocrRunId: run.id }).where(eq(pages.id, page.id)));
  }
  await runBatch(db, [...first, ...statements, ...last]);
}

function meanConfidence(result: ReadResult): number | null {
  const words = result.lines.flatMap((line) => line.words);
  if (words.length === 0) return null;
  const mean = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return Math.round(mean * 10) / 10;
}
