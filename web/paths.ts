/**
 * The address of every view, as preact-iso reads it: `:id` stands for one part. Apart from the views, so that tests can go
 * through all of them; `views.ts` must have one for each.
 */
export const PATHS = [
  '/',
  '/publications',
  '/publications/:id',
  '/issues/:id',
  '/pages/:id',
  '/search',
  '/concordance',
  '/ngrams',
  '/review',
  '/entities',
  '/entities/new',
  '/entities/:id',
  '/entities/:id/edit',
  '/entities/:id/history',
  '/schemes',
  '/schemes/new',
  '/schemes/:id/edit',
  '/schemes/:id/history',
  '/compare',
  '/timeline',
  '/help',
  '/quality',
  '/work',
  '/sign-in',
  '/sign-up',
  '/account',
  '/admin',
] as const;

export type ViewPath = (typeof PATHS)[number];
