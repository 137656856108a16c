/** All resources of /api/v1; this file only wires. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { accountRoutes } from './accounts.ts';
import { cleanUpRoutes } from './clean-up.ts';
import { compareRoutes } from './compare.ts';
import { concordanceRoutes } from './concordance.ts';
import { contributionRoutes } from './contributions.ts';
import { entityRoutes } from './entities.ts';
import { entityChangeRoutes } from './entity-changes.ts';
import { issueRoutes } from './issues.ts';
import { mergeRoutes } from './merges.ts';
import { ngramRoutes } from './ngrams.ts';
import { ocrChoiceRoutes } from './ocr-choices.ts';
import { ocrRoutes } from './ocr.ts';
import { pageRoutes } from './pages.ts';
import { placementRoutes } from './placements.ts';
import { progressRoutes } from './progress.ts';
import { publicationRoutes } from './publications.ts';
import { readingErrorRoutes } from './reading-errors.ts';
import { reservationRoutes } from './reservations.ts';
import { reviewUndoRoutes } from './review-undo.ts';
import { reviewRoutes } from './reviews.ts';
import { savedSearchRoutes } from './saved-searches.ts';
import { schemeRoutes } from './schemes.ts';
import { searchRoutes } from './search.ts';
import { secondReviewRoutes } from './second-reviews.ts';
import { statsRoutes } from './stats.ts';
import { stageRoutes } from './stages.ts';
import { tagGroupRoutes } from './tag-groups.ts';
import { tagPlacementRoutes } from './tag-placement.ts';
import { tagReviewRoutes } from './tag-reviews.ts';
import { tagRoutes } from './tags.ts';
import { thanksRoutes } from './thanks.ts';
import { timelineRoutes } from './timeline.ts';
import { trainingPairRoutes } from './training-pairs.ts';
import { transcriptionRoutes } from './transcriptions.ts';
import { uploadRoutes } from './uploads.ts';
import { workRoutes } from './work.ts';

export const v1 = new OpenAPIHono<AppEnv>();
for (const routes of [
  publicationRoutes,
  issueRoutes,
  uploadRoutes,
  pageRoutes,
  ocrRoutes,
  cleanUpRoutes,
  ocrChoiceRoutes,
  transcriptionRoutes,
  reviewRoutes,
  reviewUndoRoutes,
  secondReviewRoutes,
  thanksRoutes,
  workRoutes,
  reservationRoutes,
  contributionRoutes,
  progressRoutes,
  tagGroupRoutes,
  tagReviewRoutes,
  tagPlacementRoutes,
  tagRoutes,
  entityRoutes,
  entityChangeRoutes,
  mergeRoutes,
  schemeRoutes,
  stageRoutes,
  placementRoutes,
  compareRoutes,
  timelineRoutes,
  searchRoutes,
  concordanceRoutes,
  ngramRoutes,
  savedSearchRoutes,
  statsRoutes,
  trainingPairRoutes,
  readingErrorRoutes,
  accountRoutes,
]) {
  v1.route('/', routes);
}
