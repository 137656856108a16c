/** The versions that are compared: loaded when they are chosen, their differences marked on the scan. */
import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Difference, findDifferences } from '../../../../worker/domain/text/versions.ts';
import type { Page } from '../../../../worker/shapes/pages.ts';
import type { Line, Revision, Transcription } from '../../../../worker/shapes/transcriptions.ts';
import { type ApiProblem, toProblem } from '../../../api/client.ts';
import type { Mark } from '../scan/viewer.ts';
import { deskService, listRevisions } from '../service.ts';
import { loadOcrWords, type OcrWords } from '../words/ocr-words.ts';
import { marksOfDifferences } from './scan-marks.ts';
import { firstChoice, type Version, versionsToCompare } from './versions.ts';

export interface Comparison {
  versions: readonly Version[];
  /** Ids of revisions; null for none. */
  before: Signal<string | null>;
  third: Signal<string | null>;
  /** Null until everything is there. */
  differences: readonly Difference<Line>[] | null;
  problem: ApiProblem | null;
}

export function useComparison(page: Page, text: Transcription, marks: Signal<readonly Mark[]>): Comparison {
  const versions = useSignal<readonly Version[] | null>(null);
  const before = useSignal<string | null>(null);
  const third = useSignal<string | null>(null);
  const loaded = useSignal<ReadonlyMap<string, Revision>>(new Map());
  const words = useSignal<OcrWords>(new Map());
  const problem = useSignal<ApiProblem | null>(null);
  const fail = (error: unknown) => (problem.value = toProblem(error));

  useEffect(() => {
    problem.value = null;
    const find = async () => {
      const found = versionsToCompare(await listRevisions(text.page, 200), text);
      const choice = firstChoice(found);
      versions.value = found;
      before.value = choice.before;
      third.value = choice.third;
    };
    find().catch(fail);
    // Without the words, places on the scan are estimated.
    const read = text.lines.filter((line) => line.confidence !== undefined || line.box);
    loadOcrWords(page, new Set(read.map(({ id }) => id))).then(
      (found) => (words.value = found),
      () => undefined,
    );
  }, [text.id]);

  useEffect(() => {
    for (const id of [before.value, third.value]) {
      if (id === null || loaded.peek().has(id)) continue;
      const load = async () => {
        const revision = await deskService.revision(id);
        loaded.value = new Map(loaded.peek()).set(id, revision);
      };
      load().catch(fail);
    }
  }, [before.value, third.value]);

  const differences = useComputed(() => {
    if (versions.value === null) return null;
    const linesOf = (id: string | null) => (id === null ? [] : loaded.value.get(id)?.lines);
    const from = linesOf(before.value);
    const beside = third.value === null ? undefined : linesOf(third.value);
    if (from === undefined || (third.value !== null && beside === undefined)) return null;
    return findDifferences(text.lines, from, beside);
  }).value;

  useEffect(() => {
    marks.value = marksOfDifferences(differences ?? [], words.value);
    return () => {
      marks.value = [];
    };
  }, [differences, words.value]);

  return { versions: versions.value ?? [], before, third, differences, problem: problem.value };
}
