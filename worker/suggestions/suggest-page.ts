/** The gazetteer's proposals for one page: what it says of the current text, beside what people have said of it. */
import { type Database, runBatch } from '../db/client.ts';
import { isGuardFailure } from '../db/guards.ts';
import { type Proposal, findNameForms, findPageForSuggestions, storeSuggestions } from '../db/suggestions.ts';
import { describeSpan } from '../domain/anchors/span.ts';
import { type Suggestion, candidateKeys, suggest } from '../domain/names/suggest.ts';
import { NAMES_VERSION } from '../domain/names/version.ts';
import type { Line } from '../shapes/transcriptions.ts';
import { refusedSpans, standingSpans, undecidedSuggestions } from './said.ts';

/**
 * Brings the proposals on a page's current text to what the rules and the names are now: adds what is missing,
 * takes back undecided ones that are no longer made. Doing it again changes nothing. Three database requests.
 */
export async function suggestPage(db: Database, pageId: string): Promise<void> {
  const { page, tags } = await findPageForSuggestions(db, pageId);
  if (!page) return;
  const keys = candidateKeys(page.lines);
  const forms = keys.size > 0 ? await findNameForms(db, keys) : [];
  const rejected = refusedSpans(tags, page);
  const suggestions = suggest(page.lines, forms, { language: page.language, rejected });
  const standing = standingSpans(tags, page.revisionId);
  const wanted = suggestions.filter((suggestion) => !standing.some((said) => saysIt(said, suggestion)));

  const undecided = undecidedSuggestions(tags);
  const stays = new Map<string, Suggestion>();
  const proposed: Proposal[] = [];
  for (const suggestion of wanted) {
    const same = undecided.find(
      (tag) =>
        tag.revisionId === page.revisionId &&
        tag.about === suggestion.entityId &&
        isSameSpan(tag, suggestion) &&
        !stays.has(tag.id),
    );
    if (same) stays.set(same.id, suggestion);
    else proposed.push(proposalOf(page.lines, suggestion));
  }
  const change = {
    pageId,
    revisionId: page.revisionId,
    rulesVersion: NAMES_VERSION,
    proposed,
    changed: undecided.flatMap((tag) => {
      const suggestion = stays.get(tag.id);
      if (!suggestion) return [];
      const { rule, confidence, alternatives = null } = suggestion;
      const isSame =
        JSON.stringify([tag.rule, tag.confidence, tag.alternatives]) ===
        JSON.stringify([rule, confidence, alternatives]);
      return isSame ? [] : [{ id: tag.id, rule, confidence, alternatives }];
    }),
    withdrawn: undecided.filter(({ id }) => !stays.has(id)).map(({ id }) => id),
  };
  try {
    await runBatch(db, storeSuggestions(db, change));
  } catch (error) {
    // Saved meanwhile: the newer text has a message of its own.
    if (!isGuardFailure(error)) throw error;
  }
}

interface Span {
  line: string;
  start: number;
  end: number;
}

const isSameSpan = (a: Span, b: Span) => a.line === b.line && a.start === b.start && a.end === b.end;
const overlaps = (a: Span, b: Span) => a.line === b.line && a.start < b.end && b.start < a.end;

/** Whether a tag that stands already speaks of these very words, or of this entity in some of them. */
function saysIt(said: Span & { about: string }, suggestion: Suggestion): boolean {
  if (isSameSpan(said, suggestion)) return true;
  const meant = [suggestion.entityId, ...(suggestion.alternatives ?? [])];
  return overlaps(said, suggestion) && meant.includes(said.about);
}

function proposalOf(lines: readonly Line[], suggestion: Suggestion): Proposal {
  const line = lines.find(({ id }) => id === suggestion.line);
  if (!line) throw new Error(`the gazetteer found a name in no line of the page: ${suggestion.line}`);
  const { prefix, suffix, quote } = describeSpan(line, suggestion.start, suggestion.end);
  const { start, end, entityId, rule, confidence, alternatives = null } = suggestion;
  return {
    target: { type: 'span', line: line.id, start, end, quote },
    prefix,
    suffix,
    entityId,
    rule,
    confidence,
    alternatives,
  };
}
