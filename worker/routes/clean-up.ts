import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { OcrError } from '../ocr/errors.ts';
import { STEPS, pictureOfStep } from '../ocr/picture-of-step.ts';
import { probeFile } from '../ocr/probe.ts';
import { scanKey } from '../scans/keys.ts';
import { IdParam, z } from '../shapes/common.ts';
import { OcrParameters } from '../shapes/ocr.ts';
import { toBox } from './ocr-region.ts';
import { requirePage } from './pages.ts';
import { defaultHook } from './support.ts';

const strength = z.coerce.number().min(0).max(1).optional();

const getCleanUp = createRoute({
  operationId: 'getCleanUp',
  method: 'get',
  path: '/pages/{id}/clean-up',
  tags: ['OCR'],
  summary: 'What the page, or a part of it, looks like after a step of the clean-up before reading',
  description:
    'Each picture has the steps before it too: turn, deskew, light, showThrough, noise. What is not given the page decides; the header `Qalam-Steps` says what was done.',
  ...secured('volunteer'),
  request: {
    params: IdParam,
    query: z.object({
      step: z
        .enum(STEPS)
        .default('noise')
        .openapi({ description: 'The last one, if none is given: what is read' }),
      region: z
        .string()
        .regex(/^\d+,\d+,\d+,\d+$/)
        .optional()
        .openapi({ description: 'x,y,width,height in pixels of the scan', example: '120,340,900,42' }),
      turn: z.enum(['0', '90', '180', '270']).optional(),
      deskew: z.coerce.number().min(-15).max(15).optional(),
      light: strength,
      showThrough: strength,
      noise: strength,
    }),
  },
  responses: {
    200: {
      description: 'A grey PNG of up to four megapixels',
      content: { 'image/*': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems(401, 403, 404, 422),
  },
});

export const cleanUpRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(getCleanUp, async (c) => {
  const { step, region, turn, ...rest } = c.req.valid('query');
  const { page } = await requirePage(c.var.db, c.req.valid('param').id);
  const box =
    region === undefined
      ? null
      : toBox(region.split(',').map(Number) as [number, number, number, number], page);
  const parameters = OcrParameters.parse(
    Object.fromEntries(
      Object.entries({ ...rest, turn: turn === undefined ? undefined : Number(turn) }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  );
  const open = async (range?: R2Range) => {
    const object = await c.env.SCANS.get(scanKey(page.scanSha256), range ? { range } : {});
    if (!object) throw new ProblemError('not-found', 'The scan is not in the store.');
    return object;
  };
  const probe = await probeFile(
    async (offset, length) => new Uint8Array(await (await open({ offset, length })).arrayBuffer()),
    page.scanBytes,
  );
  try {
    const source = { size: page.scanBytes, open: async () => (await open()).body };
    const { png, pose, steps } = await pictureOfStep(source, probe, { region: box, parameters, step });
    const done = { turn: pose.quarter, deskew: pose.degrees, ...steps };
    return c.body(png, 200, {
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=600',
      'qalam-steps': Object.entries(done)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
    });
  } catch (error) {
    if (error instanceof OcrError) throw new ProblemError('ocr-failed', error.message);
    throw error;
  }
});
