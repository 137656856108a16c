/** How a record became what it is. */
import { Id, Time, z } from './common.ts';

/** One state of a record; `record` is what the API showed then, absent where it was not kept (before histories were). */
export function versionOf<T extends z.ZodType>(name: string, record: T) {
  return z
    .object({
      version: z.int().min(1),
      action: z.string().openapi({ example: 'entity:change', description: 'What made this version' }),
      actor: z.object({ id: Id, name: z.string() }).optional(),
      at: Time,
      fields: z.array(z.string()).optional().openapi({ description: 'What the change named' }),
      note: z.string().optional(),
      record: record.optional(),
    })
    .openapi(`${name}Version`);
}

/** As `versionOf` has it, for the UI. */
export interface RecordVersion<T> {
  version: number;
  action: string;
  actor?: { id: string; name: string } | undefined;
  at: string;
  fields?: string[] | undefined;
  note?: string | undefined;
  record?: T | undefined;
}
