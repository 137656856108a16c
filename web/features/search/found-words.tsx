/** Found words: how each is marked, and why it was found, in words. */
import type { SearchMatch } from '../../../worker/shapes/search.ts';
import { useMessages } from '../../i18n/messages.ts';
import { directionOf, htmlLang } from '../../ui/titles.tsx';
import { splitHighlights } from './highlights.ts';
import { searchMessages } from './messages.ts';
import './found-words.css';

type Rule = SearchMatch['rule'];
type Found = Pick<SearchMatch, 'snippet' | 'highlights' | 'highlightRules'>;

const RULES: readonly Rule[] = ['exact', 'folded', 'prefix', 'inflected', 'name', 'vowels', 'near'];
const MOST_WORDS = 4;

/** A line with its found words marked: by a fill, and by a kind of underline that differs from rule to rule. */
export function Snippet({ match, language }: { match: Found; language: string }) {
  const t = useMessages(searchMessages);
  return (
    <span class="snippet" lang={htmlLang(language)} dir={directionOf(language)}>
      {splitHighlights(match.snippet, match.highlights).map(({ text, found }, index) => {
        if (found === undefined) return <span key={index}>{text}</span>;
        const rule = match.highlightRules[found] ?? 'exact';
        return (
          <mark key={index} class={`found-${rule}`} title={t(rule)}>
            {text}
          </mark>
        );
      })}
    </span>
  );
}

/** "Found: as typed; with another ending: газеты" for the lines of a hit. */
export function FoundBy({ matches, language }: { matches: readonly Found[]; language: string }) {
  const t = useMessages(searchMessages);
  const words = wordsByRule(matches);
  return (
    <p class="found-by small">
      {t('foundBy')}
      {': '}
      {RULES.filter((rule) => words.has(rule)).map((rule, index) => {
        const all = words.get(rule) ?? [];
        return (
          <span key={rule}>
            {index > 0 && '; '}
            {t(rule)}
            {rule !== 'exact' && (
              <>
                {': '}
                {all.slice(0, MOST_WORDS).map((word, at) => (
                  <span key={word}>
                    {at > 0 && ', '}
                    <bdi class={`found-${rule}`} lang={htmlLang(language)}>
                      {word}
                    </bdi>
                  </span>
                ))}
                {all.length > MOST_WORDS && '…'}
              </>
            )}
          </span>
        );
      })}
    </p>
  );
}

function wordsByRule(matches: readonly Found[]): Map<Rule, string[]> {
  const words = new Map<Rule, string[]>();
  for (const { snippet, highlights, highlightRules } of matches) {
    for (const [index, [start, end]] of highlights.entries()) {
      const rule = highlightRules[index] ?? 'exact';
      const known = words.get(rule) ?? [];
      const word = snippet.slice(start, end).toLowerCase();
      if (!known.includes(word)) words.set(rule, [...known, word]);
    }
  }
  return words;
}
