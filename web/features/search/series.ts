/** The words of a search as the list of words and phrases that are counted over time, and back. */

const MOST_SERIES = 8;
const MOST_WORDS = 3;

/**
 * A query as words to count: what stands in quotes stays together, operators and what is not wanted fall away.
 * @example toSeries('қазақ (газет* OR "жаңа газет") NOT хат') // 'қазақ, газет, жаңа газет'
 */
export function toSeries(query: string): string {
  const parts: string[] = [];
  let unwanted = false;
  for (const [, quoted, word = ''] of query.matchAll(/["“„«]([^"“”„«»]*)["”»“]|([^\s"“”„«»()*,،;]+)/gu)) {
    if (word === 'NOT') unwanted = true;
    else if (word !== 'AND' && word !== 'OR') {
      const part = (quoted ?? word).replaceAll(/[,،;]/gu, ' ').trim().replaceAll(/\s+/g, ' ');
      const fits = part !== '' && part.split(' ').length <= MOST_WORDS && !part.startsWith('-');
      if (fits && !unwanted && !parts.includes(part)) parts.push(part);
      unwanted = false;
    }
  }
  return parts.slice(0, MOST_SERIES).join(', ');
}

/**
 * Words to count as a query that finds all of them.
 * @example toQuery('қазақ, жаңа газет') // 'қазақ OR (жаңа газет)'
 */
export function toQuery(series: string): string {
  return splitSeries(series)
    .map((part, _, all) => (part.includes(' ') && all.length > 1 ? `(${part})` : part))
    .join(' OR ');
}

/** The words and phrases between the commas. */
export function splitSeries(series: string): string[] {
  return series
    .split(/[,،;]/u)
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '');
}
