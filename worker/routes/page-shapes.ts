/** Rows of pages and jobs as the API shows them. */
import type { OcrRunRow, PageRow } from '../db/pages.ts';
import type { jobs } from '../db/schema.ts';
import { NAMES_VERSION } from '../domain/names/version.ts';
import type { Problem } from '../shapes/common.ts';
import type { OcrRun } from '../shapes/ocr.ts';
import type { Job, Page } from '../shapes/pages.ts';
import type { Reservation, WorkKind } from '../shapes/reservations.ts';
import { isoTime, present } from './support.ts';

type JobRow = typeof jobs.$inferSelect;

export function toJob(row: JobRow): Job {
  return {
    id: row.id,
    url: `/api/v1/jobs/${row.id}`,
    kind: row.kind,
    page: row.pageId,
    ...present({ region: row.region }),
    state: row.state,
    progress: row.progress,
    attempts: row.attempts,
    ...present({ step: row.step, ocrRun: row.ocrRunId, notices: row.notices }),
    ...(row.error ? { error: row.error as unknown as Problem } : {}),
    createdAt: isoTime(row.createdAt),
    ...(row.startedAt === null ? {} : { startedAt: isoTime(row.startedAt) }),
    ...(row.finishedAt === null ? {} : { finishedAt: isoTime(row.finishedAt) }),
  };
}

export function toPage(row: PageRow): Page {
  const { page } = row;
  const url = `/api/v1/pages/${page.id}`;
  const same = JSON.parse(row.sameScanAs) as string[];
  return {
    id: page.id,
    url,
    issue: page.issueId,
    sequence: page.sequence,
    scan: {
      sha256: page.scanSha256,
      bytes: page.scanBytes,
      type: page.scanType,
      width: page.width,
      height: page.height,
      url: `${url}/scan`,
      viewUrl: page.viewType === null ? `${url}/scan` : `${url}/view`,
      ...(page.hasThumbnail ? { thumbnailUrl: `${url}/thumbnail` } : {}),
    },
    status: page.status,
    layer: page.layer,
    language: row.language,
    ...present({
      label: page.label,
      orthography: row.orthography,
      currentRevision: page.currentRevisionId,
      acceptedRevision: page.acceptedRevisionId,
      ocrRun: page.ocrRunId,
    }),
    ...(row.job ? { job: toJob(row.job) } : {}),
    ...(same.length > 0 ? { sameScanAs: same } : {}),
    context: {
      publication: row.publicationId,
      publicationTitle: row.publicationTitle,
      issueNumber: row.issueNumber,
      date: row.issueDate,
    },
    suggestions: suggestionsOf(page),
    neighbours: present({ previous: row.previous, next: row.next }),
    ...(page.submittedAt === null || page.status !== 'submitted'
      ? {}
      : {
          submittedAt: isoTime(page.submittedAt),
          ...present({ submittedBy: row.submittedBy, reviewEffort: effortOf(page) }),
        }),
    ...(row.reservation === null ? {} : { reservation: readReservation(page.id, row.reservation) }),
    createdAt: isoTime(page.createdAt),
    updatedAt: isoTime(page.updatedAt),
  };
}

function readReservation(pageId: string, json: string): Reservation {
  return toReservation({ pageId, ...(JSON.parse(json) as Omit<ReservationRow, 'pageId'>) });
}

interface ReservationRow {
  pageId: string;
  user: string;
  name: string;
  kind: WorkKind;
  until: number;
}

export function toReservation({ pageId, user, name, kind, until }: ReservationRow): Reservation {
  return { page: pageId, user: { id: user, name }, kind, until: isoTime(until) };
}

function effortOf({ changedWords, textWords, comparedWith }: PageRow['page']): Page['reviewEffort'] | null {
  if (changedWords === null || textWords === null || comparedWith === null) return null;
  return { changedWords, words: textWords, comparedWith };
}

/** A page without a text waits for nothing. */
function suggestionsOf(page: PageRow['page']): Page['suggestions'] {
  const isCurrent =
    page.currentRevisionId === null ||
    (page.suggestedRevisionId === page.currentRevisionId && (page.suggestedRules ?? 0) >= NAMES_VERSION);
  return isCurrent ? 'current' : 'waiting';
}

/** Whether lines of the run lie in the store: also of one that failed half-way. */
export function hasLines(run: Pick<OcrRunRow, 'state' | 'lineCount'>): boolean {
  return run.state === 'done' || run.lineCount > 0;
}

function toChoice(json: string): OcrRun['chosen'] {
  const { at, ...choice } = JSON.parse(json) as {
    by: { id: string; name: string };
    reason: string;
    at: number;
  };
  return { ...choice, at: isoTime(at) };
}

export function toOcrRun(row: OcrRunRow, currentRunId: string | null): OcrRun {
  return {
    id: row.id,
    page: row.pageId,
    job: row.jobId,
    engine: row.engine,
    engineVersion: row.engineVersion,
    models: row.models,
    parameters: row.parameters,
    startedAt: isoTime(row.startedAt),
    finishedAt: isoTime(row.finishedAt),
    state: row.state,
    meanConfidence: row.meanConfidence,
    lineCount: row.lineCount,
    region: row.region,
    trial: row.trial,
    notices: row.notices ?? [],
    warnings: row.warnings,
    ...(row.error ? { error: row.error as unknown as Problem } : {}),
    current: row.id === currentRunId,
    ...(row.chosen === null ? {} : { chosen: toChoice(row.chosen) }),
    ...(hasLines(row) ? { linesUrl: `/api/v1/pages/${row.pageId}/ocr/${row.id}` } : {}),
  };
}
