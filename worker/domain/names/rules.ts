/** The rules by which the gazetteer finds names. */

/** Goes up with every change of what `suggest` finds, so that suggestions of older rules can be told apart. */
export const RULE_SET_VERSION = 2;

/**
 * Each rule: how sure a suggestion made by it is (0–1), before doubts are taken off, and what it does. The
 * figures order the review queue and are no measured rates; the review page shows what reviewers made of each rule.
 */
export const RULES = {
  'full-name': {
    confidence: 0.97,
    description: 'A person’s name as the authority file has it, given name and surname, in either order.',
  },
  'initial-and-surname': {
    confidence: 0.95,
    description: 'A surname with initials that fit the person’s given name.',
  },
  surname: {
    confidence: 0.85,
    description: 'A surname alone, in the form that the authority file has.',
  },
  'surname-with-ending': {
    confidence: 0.85,
    description: 'A surname alone, with a case ending.',
  },
  'one-word-name': {
    confidence: 0.7,
    description:
      'One word that the authority file gives as a name of a person, without the ending of a surname.',
  },
  signature: {
    confidence: 0.6,
    description: 'A pen name that stands alone on its line, in brackets or in quotation marks.',
  },
  'place-name': { confidence: 0.9, description: 'The name of a place.' },
  'several-words': {
    confidence: 0.92,
    description: 'A name of several words, such as an organisation or a congress.',
  },
  'one-word': {
    confidence: 0.8,
    description: 'An organisation or a movement that is called by one word.',
  },
  abbreviation: { confidence: 0.85, description: 'An abbreviation in capitals.' },
  'quoted-title': {
    confidence: 0.92,
    description: 'The title of a periodical, or a name that is also a common word, in quotation marks.',
  },
  'title-beside-its-kind': {
    confidence: 0.8,
    description: 'Such a title without quotation marks, beside a word like газета, журнал or партия.',
  },
  'other-script': {
    confidence: 0.8,
    description:
      'Any name that the authority file has in another script only, found by the search key that the scripts share.',
  },
} as const satisfies Record<string, { confidence: number; description: string }>;

export type RuleName = keyof typeof RULES;
