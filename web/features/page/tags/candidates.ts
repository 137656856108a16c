/** What a tag can speak of: entities of the authority file and stages of the schemes, as one list to choose from. */
import type { EntitySummary } from '../../../../worker/shapes/entities.ts';
import type { Scheme } from '../../../../worker/shapes/schemes.ts';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { foldWord } from '../../../../worker/domain/text/fold.ts';
import { tokenise } from '../../../../worker/domain/text/tokens.ts';

interface Common {
  id: string;
  body: Tag['body'];
  label: Record<string, string>;
}

export type Candidate =
  | (Common & { kind: 'entity'; entity: EntitySummary })
  /** `scheme` says whose division of the period it belongs to. */
  | (Common & { kind: 'stage'; scheme: string; printed?: string });

export function fromEntity(entity: EntitySummary): Candidate {
  return { kind: 'entity', id: entity.id, body: { entity: entity.id }, label: entity.label, entity };
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
          kind: 'stage',
          id: stage.id,
          body: { stage: stage.id },
          label: stage.label,
          scheme: `${scheme.attribution}, ${stage.key}`,
          ...(stage.printed ? { printed: stage.printed } : {}),
        },
      ];
    }),
  );
}

function wordsOf(text: string): string[] {
  return tokenise(text).map((token) => foldWord(token.text));
}
