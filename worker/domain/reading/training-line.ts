import { mayHaveMarks } from '../text/marks.ts';

interface AcceptedLine {
  text: string;
  box: readonly [number, number, number, number] | null;
}

/** Lower boxes hold no letters that could be learnt from. */
const LEAST_HEIGHT = 10;

/**
 * Whether a model can learn from an accepted line: it has a place, a text, and no mark that says that something was
 * read unsurely, is lost, struck out or added by hand. Lines with printed brackets go with them: rare, and not worth
 * the doubt. A box that is higher than wide holds no line.
 */
export function isTrainingLine<Line extends AcceptedLine>(
  line: Line,
): line is Line & { box: NonNullable<Line['box']> } {
  const { text, box } = line;
  if (box === null || text.trim() === '' || mayHaveMarks(text)) return false;
  return box[3] >= LEAST_HEIGHT && box[2] >= box[3];
}
