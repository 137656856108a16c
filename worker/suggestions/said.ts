/** What was said of a page's words before: by people, for the gazetteer to leave alone; and by itself. */
import type { PageTag } from '../db/suggestions.ts';
import { carrierTo } from '../domain/anchors/carry-over.ts';
import type { Line } from '../shapes/transcriptions.ts';

interface Said {
  id: string;
  line: string;
  start: number;
  end: number;
  /** The entity, or what it was merged into. */
  about: string;
}

/** Proposals of the gazetteer that nobody has touched: it may change them or take them back. */
function isUndecidedSuggestion(tag: PageTag): boolean {
  return (
    tag.origin === 'gazetteer' && tag.state === 'proposed' && tag.decision === null && tag.placedBy === null
  );
}

/** Such proposals on a page; any that a text before left behind are to be taken back. */
export function undecidedSuggestions(tags: readonly PageTag[]) {
  return tags.flatMap((tag) =>
    tag.deletedAt === null && isUndecidedSuggestion(tag)
      ? spanOf(tag).map((span) => ({
          ...span,
          revisionId: tag.revisionId,
          rule: tag.rule,
          confidence: tag.confidence,
          alternatives: tag.alternatives,
        }))
      : [],
  );
}

/** The spans of the current text that people speak of, or have approved. */
export function standingSpans(tags: readonly PageTag[], revisionId: string): Said[] {
  return tags.flatMap((tag) => {
    const stands = tag.deletedAt === null && (tag.state === 'proposed' || tag.state === 'approved');
    return stands && tag.revisionId === revisionId && !isUndecidedSuggestion(tag) ? spanOf(tag) : [];
  });
}

/**
 * Where an entity was rejected, or withdrawn by who proposed it. On a text that had lost the words, and has them
 * again, they are known by their surroundings.
 */
export function refusedSpans(tags: readonly PageTag[], page: { revisionId: string; lines: readonly Line[] }) {
  const find = carrierTo(page.lines);
  return tags.flatMap((tag) => {
    const isRejected = tag.deletedAt === null && tag.state === 'rejected';
    const isWithdrawn = tag.deletedAt !== null && tag.origin === 'person';
    if (!isRejected && !isWithdrawn) return [];
    return spanOf(tag).flatMap(({ about: entityId, ...span }) => {
      if (tag.revisionId === page.revisionId) return [{ ...span, entityId }];
      if (tag.target.type !== 'span') return [];
      const found = find({ ...tag.target, prefix: tag.prefix ?? '', suffix: tag.suffix ?? '' });
      return found.state === 'detached'
        ? []
        : [{ line: found.line, start: found.start, end: found.end, entityId }];
    });
  });
}

function spanOf({ id, target, about }: PageTag): Said[] {
  return target.type === 'span'
    ? [{ id, line: target.line, start: target.start, end: target.end, about }]
    : [];
}
