import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { uuidv7 } from 'uuidv7';
import { nextSequence } from '../db/publications.ts';
import { isUniqueViolation } from '../db/guards.ts';
import { newJob } from '../db/jobs.ts';
import type { IssueRow } from '../db/publications.ts';
import { jobs, pages } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { identifyFile } from '../http/idempotency.ts';
import { spend } from '../http/limits.ts';
import { receiveFile } from '../http/multipart.ts';
import { IdempotencyHeader, json, problems, secured } from '../http/operation.ts';
import { type FieldError, ProblemError, type ProblemType } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { ImageError, type ImageErrorCode, MAX_BYTES } from '../ocr/probe.ts';
import { enqueue } from '../ocr/enqueue.ts';
import { type TakenScan, takeScan } from '../scans/intake.ts';
import { IdParam, z } from '../shapes/common.ts';
import { Page } from '../shapes/pages.ts';
import { requireIssue } from './issues.ts';
import { toPage } from './page-shapes.ts';
import { defaultHook, requireId } from './support.ts';
import { requireCleanText } from './text-checks.ts';

/** Room for the multipart frame and the small fields around the file. */
const FRAME_BYTES = 64 * 1024;
const MAX_LABEL = 100;

const uploadPage = createRoute({
  operationId: 'uploadPage',
  method: 'post',
  path: '/issues/{id}/pages',
  tags: ['Pages'],
  summary: 'Upload a scan: it becomes the next page of the issue and is queued for reading',
  ...secured('volunteer', 'multipart/form-data'),
  request: {
    params: IdParam,
    headers: IdempotencyHeader,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z.string().openapi({ format: 'binary', description: 'JPEG, PNG, TIFF, WebP or GIF' }),
            label: z
              .string()
              .max(MAX_LABEL)
              .optional()
              .openapi({ description: 'What the page is called, such as "2" or "supplement"' }),
          }),
        },
      },
    },
  },
  responses: { 201: json(Page, 'The new page'), ...problems(400, 401, 403, 404, 413, 415, 422, 429) },
});

// `openapi()` would validate, and thereby buffer, the form: this route reads the stream itself.
export const uploadRoutes = new OpenAPIHono<AppEnv>({ defaultHook });
uploadRoutes.openAPIRegistry.registerPath({ ...uploadPage, path: '/issues/{id}/pages' });
uploadRoutes.post('/issues/:id/pages', uploadPage.middleware, async (c) => {
  await spend(c.env.UPLOAD_LIMIT, c.var.principal.id);
  const announced = Number(c.req.header('content-length') ?? 0);
  if (announced > MAX_BYTES + FRAME_BYTES) {
    throw new ProblemError('body-too-large', `A scan may have up to ${MAX_BYTES / 2 ** 20} MiB.`);
  }
  const issue = await requireIssue(c.var.db, requireId(c.req.param('id')));
  const pageId = uuidv7();
  const { file, fields } = await receiveFile(c.req.raw, {
    take: (chunks) => takeScan(c.env.SCANS, chunks, pageId),
    abandon: (taken) => taken.discard(),
    // More than a scan may have, so that it is the scan that is refused, with advice.
    maxBytes: MAX_BYTES + 16 * 2 ** 20,
  }).catch(asProblem);
  if (!file) throw fieldProblem('file', 'required', 'Choose a scan: the field `file` is missing.');
  try {
    const label = readLabel(fields['label']);
    const replayed = await identifyFile(c, [file.sha256, label ?? '']);
    if (replayed) return replayed;
    await file.keep();
    return await storePage(c, issue, pageId, file, label);
  } finally {
    await file.discard();
  }
});

/** The page and its job in the database, and the job's message in the queue. */
async function storePage(
  c: Context<AppEnv>,
  issue: IssueRow,
  pageId: string,
  file: TakenScan,
  label: string | null,
) {
  const job = newJob(pageId, c.var.principal.id);
  const page = {
    id: pageId,
    issueId: issue.id,
    label,
    scanSha256: file.sha256,
    scanBytes: file.bytes,
    scanType: file.probe.type,
    width: file.probe.width,
    height: file.probe.height,
    viewType: null,
    suggestedRevisionId: null,
    changedWords: null,
    textWords: null,
    comparedWith: null,
    suggestedRules: null,
    hasThumbnail: false,
    status: 'queued',
    layer: 'none',
    currentRevisionId: null,
    acceptedRevisionId: null,
    ocrRunId: null,
    uploadedBy: c.var.principal.id,
    submittedAt: null,
    createdAt: job.createdAt,
    updatedAt: job.createdAt,
  } as const;
  const around = await placeInIssue(c, issue.id, file.sha256);
  const shown = (sequence: number) =>
    toPage({
      page: { ...page, sequence },
      job,
      issueNumber: issue.number,
      issueDate: issue.date,
      language: issue.language,
      script: issue.script,
      orthography: issue.orthography,
      publicationId: issue.publicationId,
      publicationTitle: issue.publicationTitle,
      submittedBy: null,
      previous: around.previous,
      next: null,
      reservation: null,
      sameScanAs: JSON.stringify(around.sameScanAs),
    });

  // Two uploads at one moment want the same place: the later one takes the next.
  for (let sequence = around.sequence; ; sequence++) {
    try {
      const response = await commit(c, {
        action: 'page:upload',
        subject: `pages/${pageId}`,
        statements: [c.var.db.insert(pages).values({ ...page, sequence }), c.var.db.insert(jobs).values(job)],
        reply: { status: 201, headers: { location: `/api/v1/pages/${pageId}` }, body: shown(sequence) },
      });
      await enqueue(c.env, job.id);
      return response;
    } catch (error) {
      if (!isUniqueViolation(error, 'pages.sequence') || sequence > around.sequence + 50) throw error;
    }
  }
}

async function placeInIssue(c: Context<AppEnv>, issueId: string, sha256: string) {
  const { db } = c.var;
  const [place, same] = await db.batch([
    db
      .select({ sequence: nextSequence(issueId), previous: pages.id })
      .from(pages)
      .where(eq(pages.issueId, issueId))
      .orderBy(pages.sequence),
    db.select({ id: pages.id }).from(pages).where(eq(pages.scanSha256, sha256)),
  ]);
  const last = place.at(-1);
  return {
    sequence: last?.sequence ?? 1,
    previous: last?.previous ?? null,
    sameScanAs: same.map((row) => row.id),
  };
}

const PROBLEM_OF: Record<ImageErrorCode, ProblemType> = {
  'empty-file': 'empty-file',
  'too-many-bytes': 'body-too-large',
  'too-many-pixels': 'too-many-pixels',
  'unsupported-type': 'unsupported-type',
  'damaged-image': 'damaged-image',
};

function asProblem(error: unknown): never {
  if (error instanceof ImageError) throw new ProblemError(PROBLEM_OF[error.code], error.message);
  throw error;
}

function readLabel(label: string | undefined): string | null {
  const text = label?.trim().normalize('NFC') ?? '';
  if (text.length > MAX_LABEL)
    throw fieldProblem('label', 'too-long', `A label has up to ${MAX_LABEL} characters.`);
  requireCleanText({ label: text });
  return text === '' ? null : text;
}

function fieldProblem(field: string, code: string, message: string): ProblemError {
  const errors: FieldError[] = [{ path: [field], code, message }];
  return new ProblemError('invalid-request', message, { errors });
}
