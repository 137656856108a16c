/** What a tag can speak of: entities of the authority file and stages of the schemes, as one list to choose from. */
import type { EntitySummary } from '../../../../worker/shapes/entities.ts';
import type { Scheme } from '../../../../worker/shapes/schemes.ts';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { foldWord } from '../../../../worker/domain/text/fold.ts';
import { tokenise } from '../../../../worker/domain/text/tokens.ts';

type Texts = Record<string, string>;

export interface Candidate {
  id: string;
  body: Tag['body'];
  kind: string;
  label: Texts;
  /** The name form that was found, where it is not the label. */
  matched?: string;
  /** What tells it from its namesakes. */
  note?: Texts;
  /** What else the name may mean in print. */
  doubt?: Texts;
  /** Of a stage: whose division of the period it belongs to. */
  scheme?: string;
}

export function fromEntity(entity: EntitySummary): Candidate {
  const isLabel = Object.values(entity.label).includes(entity.matched ?? '');
  return {
    id: entity.id,
    body: { entity: entity.id },
    kind: entity.kind,
    label: entity.label,
    ...(entity.matched && !isLabel ? { matched: entity.matched } : {}),
    ...(entity.note ? { note: entity.note } : {}),
    ...(entity.doubt ? { doubt: entity.doubt } : {}),
  };
}

/** Every stage whose label, key or scheme begins with the words looked for. */
export function stagesFor(query: string, schemes: readonly Scheme[]): Candidate[] {
  const wanted = wordsOf(query);
  return schemes.flatMap((scheme) =>
    scheme.stages.flatMap((stage): Candidate[] => {
      const words = wordsOf([stage.key, ...Object.values(stage.label), scheme.attribution].join(' '));
      if (!wanted.every((each) => words.some((word) => word.startsWith(each)))) return [];
      return [
        {
          id: stage.id,
          body: { stage: stage.id },
          kind: 'stage',
          label: stage.label,
          scheme: `${scheme.attribution}, ${stage.key}`,
          ...(stage.printed ? { matched: stage.printed } : {}),
        },
      ];
    }),
  );
}

function wordsOf(text: string): string[] {
  return tokenise(text).map((token) => foldWord(token.text));
}

/** Labels that more than one candidate bears; there the note decides. */
export function namesakes(
  candidates: readonly Candidate[],
  labelOf: (candidate: Candidate) => string,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const candidate of candidates) {
    const label = labelOf(candidate);
    if (seen.has(label)) twice.add(label);
    seen.add(label);
  }
  return twice;
}
