import { Id, Time, z } from './common.ts';

/** As it stands in the address of a search. */
const SavedQuery = z
  .record(z.string().regex(/^[a-z][A-Za-z]{0,30}$/, 'is no parameter of a search'), z.string().max(2000))
  .refine((query) => (query['q'] ?? '') !== '', 'needs the words of the search, q')
  .refine((query) => Object.keys(query).length <= 30, 'has too many parameters')
  .openapi({
    description: 'The parameters of GET /search',
    example: { q: 'қазақ', from: '1913', layer: 'reviewed' },
  });

export const SavedSearch = z
  .object({ id: Id, name: z.string(), query: SavedQuery, createdAt: Time })
  .openapi('SavedSearch');
export type SavedSearch = z.infer<typeof SavedSearch>;

export const NewSavedSearch = z
  .object({ name: z.string().trim().min(1).max(200), query: SavedQuery })
  .openapi('NewSavedSearch');
