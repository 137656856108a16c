/** What a rights statement allows, as far as its licence says it in the usual signs. */

interface Rights {
  licence?: string | undefined;
  uri?: string | undefined;
}

/** Public domain, CC0, and the Creative Commons licences that allow changes and every purpose; SPDX's names or in words. */
const FREE_LICENCE = /^(public[ -]domain|pdm?\b|cc0\b|cc[ -]by([ -]sa)?([ -]\d(\.\d)?)?$)/i;
const FREE_URI = /^https?:\/\/creativecommons\.org\/(publicdomain\/|licenses\/by(-sa)?\/)/i;

/**
 * Whether lines of a page may be given away as training data: changed, mixed with others, for every purpose. Where
 * nothing is known, or only words that no rule understands, they may not.
 */
export function allowsTraining({ licence, uri }: Rights): boolean {
  return FREE_LICENCE.test(licence?.trim() ?? '') || (licence === undefined && FREE_URI.test(uri ?? ''));
}
