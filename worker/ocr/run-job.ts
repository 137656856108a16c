/** One job: the scan out of R2, its renditions, its text, and the records of all that. */
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Env } from '../env.ts';
import { type Database, runBatch } from '../db/client.ts';
import { carryTags } from '../db/carry-tags.ts';
import { isGuardFailure, isUniqueViolation } from '../db/guards.ts';
import { type ClaimedJob, findTextState, finishJob, recordRenditions, reportProgress } from '../db/jobs.ts';
import { pages, revisions } from '../db/schema.ts';
import { problemDocument } from '../http/problem.ts';
import { ocrRunKey, scanKey, thumbnailKey, viewKey } from '../scans/keys.ts';
import { indexPage } from '../search/index-page.ts';
import type { Line } from '../shapes/transcriptions.ts';
import { requestSuggestions } from '../suggestions/request.ts';
import type { OcrError } from './errors.ts';
import { loadModel } from './load-model.ts';
import { type ModelName, chooseModels } from './models.ts';
import { probeFile } from './probe.ts';
import type { ReadResult } from './read-page.ts';
import { type EmitScanEvent, readScan } from './read-scan.ts';
import { readRemotely } from './remote-reader.ts';

/** No more than one progress report in this time. */
const REPORT_MS = 1000;

/** Reads the page of a claimed job and stores what was read. @throws OcrError where it cannot be read */
export async function runJob(env: Env, db: Database, claimed: ClaimedJob): Promise<void> {
  const { page } = claimed;
  const startedAt = Date.now();
  const key = scanKey(page.scanSha256);
  const open = async (range?: R2Range) => {
    const object = await env.SCANS.get(key, range ? { range } : {});
    if (!object) throw new Error(`${key} is not in the store`);
    return object;
  };
  const probe = await probeFile(
    async (offset, length) => new Uint8Array(await (await open({ offset, length })).arrayBuffer()),
    page.scanBytes,
  );
  const request = {
    probe,
    models: modelsFor(claimed),
    want: { view: page.viewType === null, thumbnail: !page.hasThumbnail },
  };
  const emit = followReading(env, db, claimed);
  const source = { size: page.scanBytes, open: async () => (await open()).body };
  const result = env.READER
    ? await readRemotely(env.READER, { ...request, scanUrl: scanUrl(page.id), bytes: page.scanBytes }, emit)
    : await readScan(source, request, (name) => loadModel(env.ASSETS, name), emit);
  await recordReading(env, db, claimed, result, startedAt);
}

/** Stores renditions as they come, and reports progress, no more often than people can follow. */
function followReading(env: Env, db: Database, { job, page }: ClaimedJob): EmitScanEvent {
  let reported = 0;
  return async (event) => {
    if (event.type === 'progress') {
      if (Date.now() - reported < REPORT_MS && event.fraction < 1) return;
      reported = Date.now();
      await reportProgress(db, job, Math.min(event.fraction, 0.99), event.step);
      return;
    }
    const name = event.type === 'view' ? viewKey(page.scanSha256) : thumbnailKey(page.scanSha256);
    await env.SCANS.put(name, event.png, { httpMetadata: { contentType: 'image/png' } });
    await recordRenditions(
      db,
      page.id,
      event.type === 'view' ? { viewType: 'image/png' } : { hasThumbnail: true },
    );
  };
}

const scanUrl = (pageId: string) => `http://api/api/v1/pages/${pageId}/scan`;

/** Stores a reading: the run for good, and its text as the page's, unless a person has written meanwhile. */
async function recordReading(
  env: Env,
  db: Database,
  claimed: ClaimedJob,
  result: ReadResult,
  startedAt: number,
) {
  const { job, page } = claimed;
  const runId = uuidv7();
  const lines: Line[] = result.lines.map((line) => ({
    id: uuidv7(),
    text: line.text,
    box: line.box,
    confidence: Math.round(line.confidence),
  }));
  await env.SCANS.put(
    ocrRunKey(runId),
    JSON.stringify({
      run: runId,
      lines: result.lines.map((line, index) => ({ id: lines[index]?.id, ...line })),
    }),
    { httpMetadata: { contentType: 'application/json' } },
  );
  const run = {
    id: runId,
    pageId: page.id,
    jobId: job.id,
    engine: result.engine,
    engineVersion: result.engineVersion,
    models: result.models.map(({ name, sha256 }) => ({ name, version: sha256 })),
    parameters: { ...result.parameters, wasmBytes: result.wasmBytes },
    state: 'done' as const,
    meanConfidence: meanConfidence(result),
    lineCount: lines.length,
    warnings: result.warnings,
    startedAt,
    finishedAt: Date.now(),
  };
  for (let attempt = 0; ; attempt++) {
    const state = await findTextState(db, page.id);
    if (!state) throw new Error(`page ${page.id} is gone`);
    const { first, last } = finishJob(db, job, run, { state: 'done' });
    const unwritten = state.origin === null || state.origin === 'ocr';
    const revisionId = uuidv7();
    const now = Date.now();
    const text = unwritten
      ? [
          db.insert(revisions).values({
            id: revisionId,
            pageId: page.id,
            number: (state.number ?? 0) + 1,
            parentId: state.page.currentRevisionId,
            origin: 'ocr',
            ocrRunId: runId,
            lines,
            createdAt: now,
          }),
          db
            .update(pages)
            .set({
              currentRevisionId: revisionId,
              ocrRunId: runId,
              status: 'read',
              layer: 'ocr',
              updatedAt: now,
            })
            .where(eq(pages.id, page.id)),
          ...indexPage(db, { pageId: page.id, revisionId, layer: 'ocr', lines }),
          ...carryTags(db, state.tags, {
            pageId: page.id,
            revisionId,
            before: state.lines ?? [],
            after: lines,
          }),
        ]
      : [db.update(pages).set({ ocrRunId: runId, updatedAt: now }).where(eq(pages.id, page.id))];
    try {
      await runBatch(db, [...first, ...text, ...last]);
      if (unwritten) await requestSuggestions(env, page.id);
      return;
    } catch (error) {
      // Somebody saved or tagged in this very moment: their text stands, look again.
      // A guard also fails where another reader took the job over: that shows when it is tried again.
      const raced = isUniqueViolation(error, 'revisions.number') || isGuardFailure(error);
      if (!raced || attempt >= 5) throw error;
    }
  }
}

/** Stores that a reading failed, and why. The page can be transcribed by hand or read again. */
export async function recordFailure(db: Database, claimed: ClaimedJob, failure: OcrError): Promise<void> {
  const { job, page } = claimed;
  const error = problemDocument('ocr-failed', failure.message, { code: failure.code });
  const now = Date.now();
  const run = {
    id: uuidv7(),
    pageId: page.id,
    jobId: job.id,
    engine: 'tesseract.js-core',
    engineVersion: '7.0.0',
    models: modelsFor(claimed).map((name) => ({ name, version: '' })),
    parameters: {},
    state: 'failed' as const,
    meanConfidence: null,
    lineCount: 0,
    warnings: [],
    error,
    startedAt: job.startedAt ?? now,
    finishedAt: now,
  };
  const { first, last } = finishJob(db, job, run, { state: 'failed', error });
  const state = await findTextState(db, page.id);
  const status = state?.page.currentRevisionId ? 'read' : 'failed';
  const touched = state && ['queued', 'reading'].includes(state.page.status);
  await runBatch(db, [
    ...first,
    ...(touched ? [db.update(pages).set({ status, updatedAt: now }).where(eq(pages.id, page.id))] : []),
    ...last,
  ]);
}

/** The models a person asked for, or those that the language, script and orthography choose. */
function modelsFor(claimed: ClaimedJob): ModelName[] {
  const asked = claimed.job.parameters.models;
  if (asked && asked.length > 0) return asked as ModelName[];
  return chooseModels({
    language: claimed.language,
    ...(claimed.script === null ? {} : { script: claimed.script }),
    ...(claimed.orthography === null ? {} : { orthography: claimed.orthography }),
  });
}

function meanConfidence(result: ReadResult): number | null {
  const words = result.lines.flatMap((line) => line.words);
  if (words.length === 0) return null;
  const mean = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return Math.round(mean * 10) / 10;
}
