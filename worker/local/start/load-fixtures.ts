/** The authority file, the periodisations and the sample issues, from fixtures/ into an empty database, once. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Database, Statement } from '../../db/client.ts';
import { runBatch } from '../../db/client.ts';
import { claimConflicts, entities, issues, publications, schemes, stages } from '../../db/schema.ts';
import { dateBounds } from '../../domain/time/bounds.ts';
import { claimRow, labelOf, nameRow, relationRow } from '../../routes/entity-rows.ts';
import { insertParts } from '../../routes/entity-writes.ts';
import { toStageRows } from '../../routes/stage-rows.ts';
import type { Citation } from '../../shapes/common.ts';
import type {
  CitationFixture,
  EntityFixture,
  Manifest,
  SchemeFixture,
  SourceFixture,
} from '../../../fixtures/shapes.ts';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/', import.meta.url));
const ENTITY_FILES = ['people', 'organisations', 'places', 'events', 'movements', 'periodicals'];

export interface LoadedFixtures {
  entities: number;
  schemes: number;
  publications: number;
  issues: number;
}

/** Loads what is not there yet; null where everything was loaded before. */
export async function loadFixtures(db: Database): Promise<LoadedFixtures | null> {
  const [row] = await db.select({ n: sql<number>`count(*)` }).from(schemes);
  if ((row?.n ?? 0) > 0) return null;
  const cite = citations(readFixture<SourceFixture[]>('authority/sources.json'));
  const people = ENTITY_FILES.flatMap((name) => readFixture<EntityFixture[]>(`authority/${name}.json`));
  const divisions = readFixture<SchemeFixture[]>('authority/schemes.json');
  const manifest = readManifest();
  const idOf = idsBySlug(people);
  // One transaction: a start that is killed in the middle loads all of it the next time.
  await runBatch(db, [
    ...entityStatements(db, people, idOf, cite),
    ...divisions.flatMap((scheme) => schemeStatements(db, scheme, idOf, cite)),
    ...corpusStatements(db, manifest, cite),
  ]);
  return {
    entities: people.length,
    schemes: divisions.length,
    publications: manifest.publications.length,
    issues: manifest.issues.length,
  };
}

/** The sample issues and their scans. */
export function readManifest(): Manifest {
  return readFixture<Manifest>('samples/manifest.json');
}

export function fixturePath(path: string): string {
  return FIXTURES + path;
}

function readFixture<T>(path: string): T {
  return JSON.parse(readFileSync(fixturePath(path), 'utf8')) as T;
}

type Cite = (fixture: CitationFixture) => Citation;

/** Source ids become full references, so that every citation can be read by itself. */
function citations(sources: SourceFixture[]): Cite {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return ({ source: id, locator }) => {
    const source = byId.get(id);
    if (!source) throw new Error(`fixtures/authority/sources.json has no source ${id}`);
    const imprint = [source.place, source.publisher].filter(Boolean).join(': ');
    const parts = [source.author, source.title, source.container, imprint, source.year].filter(Boolean);
    return {
      source: parts.join('. ').slice(0, 1000),
      ...(locator ? { locator: locator.slice(0, 200) } : {}),
      ...(source.url ? { url: source.url } : {}),
    };
  };
}

type IdOf = (slug: string) => string;

/** The new id of each entity. */
function idsBySlug(fixtures: EntityFixture[]): IdOf {
  const ids = new Map(fixtures.map((entity) => [entity.slug, uuidv7()]));
  return (slug) => {
    const id = ids.get(slug);
    if (!id) throw new Error(`fixtures/authority has no entity ${slug}`);
    return id;
  };
}

function entityStatements(db: Database, fixtures: EntityFixture[], idOf: IdOf, cite: Cite): Statement[] {
  const now = Date.now();
  const rows = fixtures.map((entity) =>
    db.insert(entities).values({
      id: idOf(entity.slug),
      slug: entity.slug,
      kind: entity.kind,
      label: labelOf(entity.nameForms),
      note: entity.note ?? null,
      doubt: entity.doubt ?? null,
      dates: entity.dates ?? null,
      authorityIds: entity.authorityIds ?? null,
      citations: entity.citations.map(cite),
      createdAt: now,
      updatedAt: now,
    }),
  );
  // Relations point at entities and conflicts at claims, so those they point at come first.
  const claims = new Map(
    fixtures.flatMap((entity) => (entity.claims ?? []).map((claim) => [claim, uuidv7()])),
  );
  const idOfClaim = (claim: ClaimFixture) => claims.get(claim) ?? '';
  const parts = fixtures.flatMap((entity) => insertParts(db, partRows(entity, idOf, idOfClaim, cite)));
  return [...rows, ...parts, ...conflictStatements(db, [...claims])];
}

type ClaimFixture = NonNullable<EntityFixture['claims']>[number];

function conflictStatements(db: Database, claims: [ClaimFixture, string][]): Statement[] {
  const ids = new Map(claims.map(([claim, id]) => [claim.id, id]));
  return claims.flatMap(([{ contradicts = [] }, id]) =>
    contradicts.map((slug) => {
      const other = ids.get(slug);
      if (!other) throw new Error(`fixtures/authority has no claim ${slug}`);
      const [claimId, otherId] = [id, other].sort() as [string, string];
      return db.insert(claimConflicts).values({ claimId, otherId });
    }),
  );
}

function partRows(
  entity: EntityFixture,
  idOf: IdOf,
  idOfClaim: (claim: ClaimFixture) => string,
  cite: Cite,
): Parameters<typeof insertParts>[1] {
  const entityId = idOf(entity.slug);
  return {
    names: entity.nameForms.map(({ text, language, kind, note, ...source }, position) =>
      nameRow(uuidv7(), entityId, position, { text, language, kind, note, source: cite(source) }),
    ),
    relations: (entity.relations ?? []).map(({ predicate, object, from, to, ...source }) =>
      relationRow(uuidv7(), entityId, idOf(object), { predicate, object, from, to, source: cite(source) }),
    ),
    claims: (entity.claims ?? []).map((claim) =>
      claimRow(idOfClaim(claim), entityId, {
        ...claim,
        date: claim.value,
        value: undefined,
        source: cite(claim),
      }),
    ),
  };
}

function schemeStatements(db: Database, scheme: SchemeFixture, idOf: IdOf, cite: Cite): Statement[] {
  const now = Date.now();
  const id = uuidv7();
  const rows = toStageRows(
    id,
    scheme.stages.map(({ citations, ...stage }) => ({ ...stage, citations: citations.map(cite) })),
  );
  return [
    db.insert(schemes).values({
      id,
      slug: scheme.slug,
      title: scheme.title,
      attribution: scheme.attribution,
      scholars: scheme.scholars.map(idOf),
      year: scheme.year ?? null,
      citations: scheme.citations.map(cite),
      note: scheme.note ?? null,
      createdAt: now,
      updatedAt: now,
    }),
    ...rows.map((row) => db.insert(stages).values(row)),
  ];
}

function corpusStatements(db: Database, manifest: Manifest, cite: Cite): Statement[] {
  const now = Date.now();
  const ids = new Map(manifest.publications.map((publication) => [publication.slug, uuidv7()]));
  return [
    ...manifest.publications.map(({ slug, citations, ...publication }) =>
      db.insert(publications).values({
        ...publication,
        id: ids.get(slug) ?? uuidv7(),
        slug,
        citations: (citations ?? []).map(cite),
        createdAt: now,
        updatedAt: now,
      }),
    ),
    ...manifest.issues.map(({ publication, pages: _pages, ...issue }) => {
      const publicationId = ids.get(publication);
      if (!publicationId) throw new Error(`fixtures/samples/manifest.json has no publication ${publication}`);
      return db.insert(issues).values({
        ...issue,
        ...dateBounds(issue.date),
        id: uuidv7(),
        publicationId,
        createdAt: now,
        updatedAt: now,
      });
    }),
  ];
}
