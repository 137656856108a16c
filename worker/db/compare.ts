/** What two periodisations are compared by. */
import { inArray } from 'drizzle-orm';
import type { Database } from './client.ts';
import { schemes, stages } from './schema.ts';
import { selectStages, withStages } from './schemes.ts';
import { selectDateGroups } from './timeline.ts';

/** Schemes with their stages, and the corpus by the days that its issues may be of, in one round trip. */
export async function findCompared(db: Database, ids: string[], publication: string | undefined) {
  const [rows, all, groups] = await db.batch([
    db.select().from(schemes).where(inArray(schemes.id, ids)),
    selectStages(db, inArray(stages.schemeId, ids)),
    selectDateGroups(db, publication),
  ]);
  return { schemes: withStages(rows, all), groups };
}
