import type { EntityKind } from '../../../worker/shapes/entities.ts';

export const KINDS: readonly EntityKind[] = [
  'person',
  'organisation',
  'place',
  'event',
  'movement',
  'periodical',
];

const KEYS = {
  person: 'kindperson',
  organisation: 'kindorganisation',
  place: 'kindplace',
  event: 'kindevent',
  movement: 'kindmovement',
  periodical: 'kindperiodical',
  stage: 'kindstage',
} as const;

/** The message that names a kind of entity, or the stage of a scheme. */
export function kindKey(kind: string): (typeof KEYS)[keyof typeof KEYS] {
  return KEYS[kind as keyof typeof KEYS] ?? 'kindstage';
}
