/** One job: the scan out of R2, its renditions, its text, and the records of all that. */
import type { Env } from '../env.ts';
import type { Database } from '../db/client.ts';
import { type ClaimedJob, recordRenditions, reportProgress } from '../db/jobs.ts';
import { scanKey, thumbnailKey, viewKey } from '../scans/keys.ts';
import { loadModel } from './load-model.ts';
import { type ModelName, chooseModels, presentModels } from './models.ts';
import { probeFile } from './probe.ts';
import { type EmitScanEvent, readScan } from './read-scan.ts';
import { recordReading } from './record-reading.ts';
import { readRemotely } from './remote-reader.ts';
import { keepPlan, markAllSent, resumeTiles, sendTile } from './send-tiles.ts';
import { modelsForScript } from './scripts.ts';

/** No more than one progress report in this time. */
const REPORT_MS = 1000;

/**
 * Reads the page of a claimed job and stores what was read. Of a large page it sends the tiles to be read, and whoever
 * reads the last of them stores the page. @throws OcrError where it cannot be read
 */
export async function runJob(env: Env, db: Database, claimed: ClaimedJob): Promise<void> {
  const { page, job } = claimed;
  if (await resumeTiles(env, db, job.id)) return;
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
    chosen: (job.parameters.models ?? []).length > 0,
    region: job.region,
    parameters: job.parameters,
    want: { view: page.viewType === null, thumbnail: !page.hasThumbnail },
  };
  const emit = followReading(env, db, claimed);
  const source = { size: page.scanBytes, open: async () => (await open()).body };
  const result = env.READER
    ? await readRemotely(env.READER, { ...request, scanUrl: scanUrl(page.id), bytes: page.scanBytes }, emit)
    : await readScan(source, request, (name) => loadModel(env.ASSETS, name), emit);
  if (result) await recordReading(env, db, claimed, result, startedAt);
  else await markAllSent(env, job.id);
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
    if (event.type === 'plan') return await keepPlan(env, db, job.id, event.plan);
    if (event.type === 'tile') return await sendTile(env, job.id, event);
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

/** The models a person asked for, or those that the language and script choose. */
export function modelsFor(claimed: ClaimedJob): ModelName[] {
  const asked = claimed.job.parameters.models;
  if (asked && asked.length > 0) return presentModels(asked);
  const chosen = chooseModels({
    language: claimed.language,
    ...(claimed.script === null ? {} : { script: claimed.script }),
  });
  const { script } = claimed.job.parameters;
  return script && script !== 'auto' ? modelsForScript(script, chosen) : chosen;
}
