/** Takes anchors from one revision of a page to the next. */
import { isCharacterBoundary } from '../text/boundaries.ts';
import { type Alignment, alignLines, startAfterwards, startBefore } from './alignment.ts';
import { type Agreement, type Context, agreementAt, contextOf } from './context.ts';
import { type Anchor, type AnchorLine, describeSpan } from './span.ts';
import { joinsWord } from './word-edges.ts';

/**
 * - `gone`: the quotation stands nowhere, or only where it was another mention already
 * - `ambiguous`: it may be any of several places
 * - `uncertain`: it stands somewhere, in surroundings that do not show that it is the same mention
 */
type DetachReason = 'gone' | 'ambiguous' | 'uncertain';

/** `kept` and `moved` bring the whole anchor, with the context of the new revision, ready to be stored. */
export type CarriedOver =
  | ({ state: 'kept' | 'moved' } & Anchor)
  | { state: 'detached'; reason: DetachReason };

/**
 * Finds the place of an anchor in the lines of a new revision. Pass the lines of the revision that the
 * anchor was made on, or last carried over to, as `before`: with them, unchanged parts of lines are known to
 * be unchanged, and other mentions of the same words are told apart.
 *
 * 1. What no change touched is where it was: `kept` at the same offsets of the same line, else `moved`.
 * 2. Else `kept` where the same line has the quotation at the same offsets.
 * 3. Else `moved` to the one place whose surroundings agree (see `isConvincing`), in its line before others.
 * 4. Else `detached`, for a person to place.
 *
 * A place outside the rules is never taken: the text there is always the quotation, letter for letter, with
 * no mark added to its last letter, and not become a part of a longer word (see `isTheQuotation`).
 */
export function carryOver(
  anchor: Anchor,
  lines: readonly AnchorLine[],
  before?: readonly AnchorLine[],
): CarriedOver {
  return carrierTo(lines, before)(anchor);
}

/** `carryOver` for many anchors of one page: compares the revisions once. */
export function carrierTo(
  lines: readonly AnchorLine[],
  before: readonly AnchorLine[] = [],
): (anchor: Anchor) => CarriedOver {
  const alignments = alignLines(before, lines);
  const byOldLine = new Map(alignments.map((pair) => [pair.before.id, pair]));
  const byNewLine = new Map(alignments.map((pair) => [pair.after.id, pair]));
  const oldById = new Map(before.map((line) => [line.id, line]));
  const newById = new Map(lines.map((line) => [line.id, line]));

  return (anchor) => {
    const old = oldById.get(anchor.line);
    // A revision that does not hold the anchor says nothing about it.
    const known = old !== undefined && old.text.slice(anchor.start, anchor.end) === anchor.quote;
    const own = known ? byOldLine.get(anchor.line) : undefined;
    const untouched = own && untouchedPlace(anchor, own);
    if (untouched) return arrive(anchor, untouched);

    const line = newById.get(anchor.line);
    if (line && isTheQuotation(anchor, line.text, anchor.start))
      return arrive(anchor, { line, start: anchor.start });

    const places = findPlaces(anchor, lines, (place) => known && wasAnotherMention(anchor, place, byNewLine));
    return places ? chooseAmong(anchor, places, known) : { state: 'detached', reason: 'ambiguous' };
  };
}

interface Place {
  line: AnchorLine;
  start: number;
}

interface PlaceInContext extends Place {
  agreement: Agreement;
}

function arrive(anchor: Anchor, { line, start }: Place): CarriedOver {
  const state = line.id === anchor.line && start === anchor.start ? 'kept' : 'moved';
  return { state, ...describeSpan(line, start, start + anchor.quote.length) };
}

function untouchedPlace(anchor: Anchor, pair: Alignment): Place | null {
  const start = startAfterwards(pair, anchor.start, anchor.end);
  return start !== null && isTheQuotation(anchor, pair.after.text, start)
    ? { line: pair.after, start }
    : null;
}

/** Whether this place held the quotation before the change already, and was not the anchor's. */
function wasAnotherMention(anchor: Anchor, place: Place, byNewLine: Map<string, Alignment>): boolean {
  const pair = byNewLine.get(place.line.id);
  if (!pair) return false;
  const start = startBefore(pair, place.start, place.start + anchor.quote.length);
  return start !== null && !(pair.before.id === anchor.line && start === anchor.start);
}

/** More places than this are not weighed against each other: no context could single one out. */
const MOST_PLACES = 500;

/** The places that hold the quotation and are not left out; null when there are too many. */
function findPlaces(
  anchor: Anchor,
  lines: readonly AnchorLine[],
  isLeftOut: (place: Place) => boolean,
): PlaceInContext[] | null {
  const context = contextOf(anchor);
  const places: PlaceInContext[] = [];
  for (const [index, line] of lines.entries()) {
    let start = line.text.indexOf(anchor.quote);
    for (; start >= 0; start = line.text.indexOf(anchor.quote, start + 1)) {
      if (!isTheQuotation(anchor, line.text, start) || isLeftOut({ line, start })) continue;
      if (places.length === MOST_PLACES) return null;
      const agreement = agreementAt(context, lines, index, start, start + anchor.quote.length);
      places.push({ line, start, agreement });
    }
  }
  return places;
}

/**
 * Whether the text has the quotation there, as whole characters and as the word it was: "Бөкей" that grew to
 * "Бөкейханов" is another word. What was a part of a word when it was tagged may be one still.
 */
export function isTheQuotation({ quote, prefix, suffix }: Anchor, text: string, start: number): boolean {
  const end = start + quote.length;
  return (
    text.startsWith(quote, start) &&
    isCharacterBoundary(text, start) &&
    isCharacterBoundary(text, end) &&
    (!joinsWord(text, start) || joinsWord(prefix + quote, prefix.length)) &&
    (!joinsWord(text, end) || joinsWord(quote + suffix, quote.length))
  );
}

function chooseAmong(anchor: Anchor, places: PlaceInContext[], othersRuledOut: boolean): CarriedOver {
  if (places.length === 0) return { state: 'detached', reason: 'gone' };
  const context = contextOf(anchor);
  const convincing = places.filter((place) => isConvincing(anchor, context, place, othersRuledOut));
  const complete = convincing.filter(({ agreement }) => isComplete(agreement, context));
  const inLine = convincing.filter(({ line }) => line.id === anchor.line);
  // The first of these groups that has a single member decides; complete surroundings go before the line.
  for (const group of [convincing, complete, complete.length === 0 ? inLine : []]) {
    const [only, ...others] = group;
    if (only && others.length === 0) return arrive(anchor, only);
  }
  return { state: 'detached', reason: convincing.length > 0 ? 'ambiguous' : 'uncertain' };
}

/** Characters of agreeing context that are enough within the line that the anchor was in. */
const ENOUGH_IN_LINE = 3;
/** On each side, in another line, when mentions that were there before cannot be told from this one. */
const ENOUGH_ELSEWHERE = 8;

/**
 * Whether surroundings show that a place is the anchor's own, and not another mention of the same words.
 * Context at the end of a line may be short: all that there is is then asked for. Where nothing at all is
 * remembered (the quotation was a whole line), only the same line, or a page whose other mentions are ruled
 * out, convinces.
 */
function isConvincing(
  anchor: Anchor,
  context: Context,
  place: PlaceInContext,
  othersRuledOut: boolean,
): boolean {
  const { before, after } = place.agreement;
  const { prefix, suffix } = context;
  if (place.line.id === anchor.line || othersRuledOut) {
    return before + after >= Math.min(ENOUGH_IN_LINE, prefix.length + suffix.length);
  }
  return (
    before >= Math.min(ENOUGH_ELSEWHERE, prefix.length) &&
    after >= Math.min(ENOUGH_ELSEWHERE, suffix.length) &&
    before + after >= ENOUGH_ELSEWHERE
  );
}

function isComplete({ before, after }: Agreement, { prefix, suffix }: Context): boolean {
  return before === prefix.length && after === suffix.length;
}
