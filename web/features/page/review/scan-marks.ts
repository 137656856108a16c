/** Differences between versions as marks on the scan: words where a line changed, whole lines where one came or went. */
import { changedSpans, type Difference } from '../../../../worker/domain/text/versions.ts';
import type { Line } from '../../../../worker/shapes/transcriptions.ts';
import type { Mark } from '../scan/viewer.ts';
import { boxOfSpan, type OcrWords } from '../words/ocr-words.ts';

export function marksOfDifferences(differences: readonly Difference<Line>[], words: OcrWords): Mark[] {
  return differences.flatMap(({ now, before, third }): Mark[] => {
    if (!now) {
      const box = (before ?? third)?.box;
      return box ? [{ box, tone: 'removed' }] : [];
    }
    const { box, text } = now;
    if (!box) return [];
    if (!before && !third) return [{ box, tone: 'added' }];
    const known = words.get(now.id);
    const others = [before, third].flatMap((line) => (line ? [line.text] : []));
    return others.flatMap((other) =>
      changedSpans(other, text).map(({ start, end, kind }): Mark => {
        return { box: boxOfSpan({ text, box }, { start, end }, known), tone: kind };
      }),
    );
  });
}
