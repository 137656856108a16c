/** The review queue of tags in groups, and how the rules of the gazetteer fare. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { findPrincipal } from '../auth/principal.ts';
import { type GroupRow, type RuleCounts, countByRule, listTagGroups } from '../db/tag-groups.ts';
import { BY_PEOPLE } from '../db/tags.ts';
import { RULES } from '../domain/names/suggest.ts';
import type { AppEnv } from '../env.ts';
import { json, open, problems } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { Paging, type TextByLanguage, listOf, z } from '../shapes/common.ts';
import { RuleRecord, TagGroup } from '../shapes/tags.ts';
import { defaultHook, isoTime, present } from './support.ts';
import { toPlace } from './tag-shapes.ts';

const listTagGroupsRoute = createRoute({
  operationId: 'listTagGroups',
  method: 'get',
  path: '/tags/groups',
  tags: ['Review'],
  summary: 'Tags that wait for a decision or a new place, grouped by what they speak of, page or rule',
  ...open,
  request: {
    query: Paging.extend({
      by: TagGroup.shape.by.default('entity'),
      status: z.enum(['proposed', 'detached']).optional(),
      sort: z
        .enum(['size', 'oldest'])
        .default('size')
        .openapi({ description: 'The largest or the oldest first' }),
    }),
  },
  responses: { 200: json(listOf('TagGroup', TagGroup), 'Groups'), ...problems(400, 422) },
});

const listTagRules = createRoute({
  operationId: 'listTagRules',
  method: 'get',
  path: '/tags/rules',
  tags: ['Review'],
  summary: 'The rules by which the gazetteer proposes tags, with what reviewers made of each',
  ...open,
  responses: { 200: json(listOf('RuleRecord', RuleRecord), 'All rules') },
});

export const tagGroupRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listTagGroupsRoute, async (c) => {
    const { by, status, sort, limit, cursor } = c.req.valid('query');
    const list = `tag-groups-${by}-${sort}`;
    const after = decodeCursor(list, cursor, 'integer', 'integer', 'text');
    const reader = (await findPrincipal(c))?.id ?? null;
    const filter = { by, status, reader, oldestFirst: sort === 'oldest' };
    const rows = await listTagGroups(c.var.db, filter, after, limit + 1);
    const toItem = (row: GroupRow) => toGroup(by, row);
    return c.json(
      paged(c, rows, limit, toItem, ({ count, oldest, key }) => encodeCursor(list, [count, oldest, key])),
      200,
    );
  })
  .openapi(listTagRules, async (c) => {
    const counted = new Map((await countByRule(c.var.db)).map((row) => [row.rule, row]));
    const names = new Set([...Object.keys(RULES), ...counted.keys()]);
    return c.json(
      { items: [...names].map((name) => toRuleRecord(name, counted.get(name))), next: null },
      200,
    );
  });

function toGroup(by: TagGroup['by'], row: GroupRow): TagGroup {
  const { key, count, own, detached, minConfidence, maxConfidence } = row;
  const place = row.place && toPlace(row.place);
  return {
    by,
    key,
    label: place
      ? place.publicationTitle
      : row.label === null
        ? ruleLabel(key)
        : (JSON.parse(row.label) as TextByLanguage),
    ...present({ kind: row.kind, place }),
    count,
    own,
    detached,
    oldest: isoTime(row.oldest),
    ...present({ minConfidence, maxConfidence }),
  };
}

function ruleLabel(key: string): TextByLanguage {
  return key === BY_PEOPLE
    ? { kk: 'Адамдар ұсынған', ru: 'Предложено людьми', en: 'Proposed by people' }
    : { en: key };
}

/** A rule that is no longer among the rules has only its name. */
function toRuleRecord(rule: string, counts: RuleCounts | undefined): RuleRecord {
  const { proposed = 0, approved = 0, rejected = 0, detached = 0 } = counts ?? {};
  const decided = approved + rejected;
  const described = Object.entries(RULES).find(([name]) => name === rule)?.[1];
  return {
    rule,
    description: { en: described?.description ?? rule },
    proposed,
    approved,
    rejected,
    detached,
    approvalRate: decided === 0 ? null : approved / decided,
  };
}
