import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { countReadingErrors } from '../db/reading-errors.ts';
import { type MeasuredErrors, errorRateOf, isEnoughMeasured } from '../domain/reading/error-rate.ts';
import type { AppEnv } from '../env.ts';
import { json, open, problems } from '../http/operation.ts';
import { Id, type TextByLanguage, z } from '../shapes/common.ts';
import { ReadingErrors } from '../shapes/reading-errors.ts';
import { defaultHook } from './support.ts';

const getReadingErrors = createRoute({
  operationId: 'getReadingErrors',
  method: 'get',
  path: '/reading-errors',
  tags: ['OCR'],
  summary: 'How well pages were read: by model, script and publication',
  description:
    'Each page whose text was accepted is compared with its raw reading. Take the number of pages into account: `enough` tells a rate that can be relied on.',
  ...open,
  request: {
    query: z.object({
      publication: Id.optional(),
      script: z
        .string()
        .max(10)
        .optional()
        .openapi({ description: 'ISO 15924, of the issue', example: 'Arab' }),
    }),
  },
  responses: { 200: json(ReadingErrors, 'Error rates'), ...problems(400, 422) },
});

export const readingErrorRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(
  getReadingErrors,
  async (c) => {
    const { all, byModel, byScript, byPublication } = await countReadingErrors(
      c.var.db,
      c.req.valid('query'),
    );
    return c.json(
      {
        all: measured(all),
        byModel: byModel.map(({ models, ...counts }) => {
          const used = JSON.parse(models) as { name: string; version: string }[];
          const joined = (what: 'name' | 'version') => used.map((model) => model[what]).join('+');
          return { model: joined('name'), version: joined('version'), ...measured(counts) };
        }),
        byScript: byScript.map(({ script, ...counts }) => ({ script, ...measured(counts) })),
        byPublication: byPublication.map(({ publication, title, ...counts }) => ({
          publication,
          title: JSON.parse(title) as z.infer<typeof TextByLanguage>,
          ...measured(counts),
        })),
      },
      200,
    );
  },
);

function measured(counts: MeasuredErrors) {
  return { ...counts, rate: errorRateOf(counts), enough: isEnoughMeasured(counts) };
}
