/**
 * Merged records. Nothing is moved by a merge: `entities.merged_into` names the record that stays, at the end of all
 * merges, and whoever asks for links asks for those of the whole group.
 */
import { type SQL, sql } from 'drizzle-orm';

/**
 * A subselect of the ids that stand for the same as this one: the record that stays and all that were merged into it,
 * whichever of them was named. For conditions such as `tags.entity_id in ${sameEntity(id)}`.
 */
export function sameEntity(id: string | SQL): SQL {
  return sql`(select same.id from entities named join entities same on same.id = coalesce(named.merged_into, named.id) or same.merged_into = coalesce(named.merged_into, named.id) where named.id = ${id})`;
}
