/** How the service read the query, in plain words. */
import type { ComponentChildren } from 'preact';
import type { Explanation as Read } from '../../../worker/shapes/search.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Title } from '../../ui/titles.tsx';
import { explainMessages } from './explain-messages.ts';

const MOST_KEYS = 12;

export function Explanation({ of }: { of: Read }) {
  const t = useMessages(explainMessages);
  return (
    <details class="explain small">
      <summary>{t('title')}</summary>
      <ul>
        {of.terms.map((term, index) => (
          <li key={index}>
            <Reading term={term} />
            {(term.prefix || term.inflected.length + term.vowels.length + term.near.length > 0) && (
              <ul>
                {term.prefix && <li>{t('prefix')}</li>}
                {term.inflected.length > 0 && (
                  <li>
                    {t.rich('inflected', {
                      count: term.inflected.length,
                      keys: <Keys of={term.inflected} />,
                    })}
                  </li>
                )}
                {term.vowels.length > 0 && (
                  <li>{t.rich('vowels', { count: term.vowels.length, keys: <Keys of={term.vowels} /> })}</li>
                )}
                {term.near.length > 0 && (
                  <li>{t.rich('near', { count: term.near.length, keys: <Keys of={term.near} /> })}</li>
                )}
              </ul>
            )}
          </li>
        ))}
        {of.names.map(({ entity, typed, label, names }, index) => (
          <li key={`${entity} ${index}`}>
            {t.rich('names', {
              word: <Word>{typed}</Word>,
              entity: (
                <a href={`/entities/${entity}`}>
                  <Title of={label} />
                </a>
              ),
              names: <Listed items={names} show={(name) => <bdi>{name}</bdi>} />,
            })}
          </li>
        ))}
      </ul>
      <p>{t('keys')}</p>
      {!of.weighed && <p>{t('unweighed')}</p>}
      <details>
        <summary>{t('expression', { version: of.foldVersion })}</summary>
        <code class="explain-expression" dir="ltr">
          {of.expression}
        </code>
      </details>
    </details>
  );
}

function Reading({ term }: { term: Read['terms'][number] }) {
  const t = useMessages(explainMessages);
  const word = <Word>{term.typed}</Word>;
  if (term.match === 'folded')
    return <>{t.rich('folded', { word, key: <code>{term.keys.join(' ')}</code> })}</>;
  return <>{t.rich(term.keys.length > 1 ? 'phrase' : 'literal', { word })}</>;
}

function Word({ children }: { children: ComponentChildren }) {
  return (
    <b>
      <bdi>{children}</bdi>
    </b>
  );
}

function Keys({ of }: { of: readonly string[] }) {
  return <Listed items={of} show={(key) => <code>{key}</code>} />;
}

function Listed({ items, show }: { items: readonly string[]; show: (item: string) => ComponentChildren }) {
  const t = useMessages(explainMessages);
  const rest = items.length - MOST_KEYS;
  return (
    <>
      {items.slice(0, MOST_KEYS).map((item, index) => (
        <span key={item}>
          {index > 0 && ', '}
          {show(item)}
        </span>
      ))}
      {rest > 0 && <> {t('more', { number: rest })}</>}
    </>
  );
}
