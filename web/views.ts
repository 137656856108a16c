/** Every view and its address. Each is a chunk of its own, fetched when it is first shown. */
import type { ComponentType } from 'preact';
import type { ViewPath } from './paths.ts';

type LoadView = () => Promise<{ default: ComponentType }>;

export const VIEWS: Record<ViewPath, LoadView> = {
  '/': () => import('./features/home/home-view.tsx'),
  '/publications': () => import('./features/publications/publications-view.tsx'),
  '/publications/:id': () => import('./features/publications/publication-view.tsx'),
  '/issues/:id': () => import('./features/issues/issue-view.tsx'),
  '/pages/:id': () => import('./features/page/page-view.tsx'),
  '/search': () => import('./features/search/search-view.tsx'),
  '/concordance': () => import('./features/concordance/concordance-view.tsx'),
  '/ngrams': () => import('./features/ngrams/ngrams-view.tsx'),
  '/review': () => import('./features/review/review-view.tsx'),
  '/entities': () => import('./features/entities/entities-view.tsx'),
  '/entities/new': () => import('./features/entities/edit/entity-edit-view.tsx'),
  '/entities/:id': () => import('./features/entities/entity-view.tsx'),
  '/entities/:id/edit': () => import('./features/entities/edit/entity-edit-view.tsx'),
  '/entities/:id/history': () => import('./features/entities/entity-history-view.tsx'),
  '/schemes': () => import('./features/schemes/schemes-view.tsx'),
  '/schemes/new': () => import('./features/schemes/edit/scheme-edit-view.tsx'),
  '/schemes/:id/edit': () => import('./features/schemes/edit/scheme-edit-view.tsx'),
  '/schemes/:id/history': () => import('./features/schemes/edit/scheme-history-view.tsx'),
  '/compare': () => import('./features/schemes/compare/compare-view.tsx'),
  '/timeline': () => import('./features/timeline/timeline-view.tsx'),
  '/help': () => import('./features/help/help-view.tsx'),
  '/quality': () => import('./features/quality/quality-view.tsx'),
  '/work': () => import('./features/work/work-view.tsx'),
  '/sign-in': () => import('./features/account/sign-in-view.tsx'),
  '/sign-up': () => import('./features/account/sign-up-view.tsx'),
  '/account': () => import('./features/account/account-view.tsx'),
  '/admin': () => import('./features/admin/admin-view.tsx'),
};
