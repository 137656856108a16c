import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { Issue } from '../../../../worker/shapes/issues.ts';
import type { Publication } from '../../../../worker/shapes/publications.ts';
import type { Scheme } from '../../../../worker/shapes/schemes.ts';
import type { Comparison } from '../../../../worker/shapes/timeline.ts';
import { urlOf } from '../../../api/client.ts';
import { formatPercent } from '../../../i18n/format.ts';
import { language } from '../../../i18n/language.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useList, useResource } from '../../../state/resource.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../../ui/notice.tsx';
import { titleText } from '../../../ui/titles.tsx';
import { urlOfView } from '../../../ui/url.ts';
import { View } from '../../../ui/view.tsx';
import { IssueList } from '../../timeline/issue-list.tsx';
import { CompareTable } from './compare-table.tsx';
import { compareMessages } from './messages.ts';
import { useNames } from './names.ts';
import './compare.css';

/** What the address asks for. */
interface Asked {
  a: string;
  b: string;
  level: 'top' | 'all';
  publication: string;
  /** Keys of the chosen cell. */
  row: string | undefined;
  column: string | undefined;
}

/** Two schemes held against each other: which issues change company, how many, and which they are. */
export default function CompareView() {
  const t = useMessages(compareMessages);
  const { query, route } = useLocation();
  const schemes = useList<Scheme>('/schemes?limit=200');
  // Two that can be compared stand there from the beginning: those with the most to say.
  const usual = schemes.items.filter(({ stages }) => stages.some((stage) => stage.earliest ?? stage.latest));
  const a = query['a'] ?? usual.find(({ id }) => id !== query['b'])?.id ?? '';
  const asked: Asked = {
    a,
    b: query['b'] ?? usual.findLast(({ id }) => id !== a)?.id ?? '',
    level: query['level'] === 'all' ? 'all' : 'top',
    publication: query['publication'] ?? '',
    row: query['row'],
    column: query['column'],
  };
  const change = (changed: Partial<Asked>) => {
    const { level, row, column, ...rest } = { ...asked, ...changed };
    const cell: Record<string, string> = row === undefined || column === undefined ? {} : { row, column };
    const address = urlOfView('/compare', { ...rest, level: level === 'all' ? 'all' : '' });
    // An empty key is the sum, which urlOfView would leave out.
    const chosen = new URLSearchParams(cell).toString();
    route(chosen === '' ? address : `${address}&${chosen}`, true);
  };
  const isPair = asked.a !== '' && asked.b !== '' && asked.a !== asked.b;
  const { data, problem, loading, reload } = useResource<Comparison>(isPair ? pathOf(asked) : null);

  return (
    <View
      width="wide"
      title={t('title')}
      lead={<p>{t('lead')}</p>}
      crumbs={[{ href: '/schemes', label: t('schemes') }]}
    >
      <ProblemNotice problem={schemes.problem} onRetry={schemes.reload} />
      <Choice schemes={schemes.items} asked={asked} onChange={change} />
      <ProblemNotice problem={problem} onRetry={reload} />
      {(loading || schemes.loading) && !data && <Loading />}
      {schemes.first && schemes.items.length < 2 && <Empty title={t('needTwo')} />}
      {asked.a !== '' && asked.a === asked.b && <Empty title={t('same')} />}
      {data && data.total.issues === 0 && <Empty title={t('noIssues')} />}
      {data && data.total.issues > 0 && <Answer comparison={data} asked={asked} onChange={change} />}
    </View>
  );
}

function pathOf({ a, b, level, publication }: Asked): string {
  return urlOfView(`/schemes/${a}/compare/${b}`, { level, publication });
}

function Choice({
  schemes,
  asked,
  onChange,
}: {
  schemes: Scheme[];
  asked: Asked;
  onChange: (changed: Partial<Asked>) => void;
}) {
  const t = useMessages(compareMessages);
  const publications = useList<Publication>('/publications?limit=200');
  const choices = schemes.map(({ id, title }) => ({ value: id, label: titleText(title) }));
  // A cell of other schemes is not a cell of these.
  const anew = { row: undefined, column: undefined };
  return (
    <section class="form compare-choice" aria-label={t('choose')}>
      <div class="form-row">
        <SelectField
          label={t('rows')}
          value={asked.a}
          choices={choices}
          onChange={(a) => onChange({ a, ...anew })}
        />
        <SelectField
          label={t('columns')}
          value={asked.b}
          choices={choices}
          onChange={(b) => onChange({ b, ...anew })}
        />
        <Button onClick={() => onChange({ a: asked.b, b: asked.a, row: asked.column, column: asked.row })}>
          {t('swap')}
        </Button>
      </div>
      <div class="form-row">
        <SelectField
          label={t('level')}
          value={asked.level}
          choices={[
            { value: 'top', label: t('levelTop') },
            { value: 'all', label: t('levelAll') },
          ]}
          onChange={(level) => onChange({ level: level === 'all' ? 'all' : 'top', ...anew })}
        />
        <SelectField
          label={t('publication')}
          value={asked.publication}
          choices={[
            { value: '', label: t('allPublications') },
            ...publications.items.map((one) => ({ value: one.id, label: titleText(one.title) })),
          ]}
          onChange={(publication) => onChange({ publication, ...anew })}
        />
      </div>
    </section>
  );
}

function Answer({
  comparison,
  asked,
  onChange,
}: {
  comparison: Comparison;
  asked: Asked;
  onChange: (changed: Partial<Asked>) => void;
}) {
  const t = useMessages(compareMessages);
  const { row, column } = asked;
  const chosen = row === undefined || column === undefined ? null : { row, column };
  return (
    <>
      <Summary comparison={comparison} />
      <CompareTable
        comparison={comparison}
        chosen={chosen}
        onChoose={(cell) => onChange({ row: cell.row, column: cell.column })}
      />
      <p class="soft small">{t('hint')}</p>
      {chosen && (
        <CellIssues
          key={`${chosen.row}/${chosen.column}`}
          comparison={comparison}
          asked={asked}
          {...chosen}
          onClose={() => onChange({ row: undefined, column: undefined })}
        />
      )}
      <section class="section" aria-labelledby="downloads">
        <h2 id="downloads">{t('download')}</h2>
        <div class="form-actions">
          <a class="button button-quiet" href={urlOf(pathOf(asked))} download="qalam-comparison.json">
            {t('json')}
          </a>
          <a class="button button-quiet" href={urlOf(pathOf(asked), { format: 'csv' })} download>
            {t('csv')}
          </a>
        </div>
      </section>
    </>
  );
}

/** The answer in plain words, and the moves that concern the most issues. */
function Summary({ comparison }: { comparison: Comparison }) {
  const t = useMessages(compareMessages);
  const names = useNames(comparison);
  const { a, b, moving, total, cells } = comparison;
  const titles = { a: titleText(a.title), b: titleText(b.title) };
  const moves = cells.filter((cell) => cell.moves).toSorted((x, y) => y.issues - x.issues);
  return (
    <div class="compare-summary">
      <p>
        {moving.issues === 0
          ? t('summaryNone', { ...titles, count: total.issues })
          : t('summary', {
              ...titles,
              count: total.issues,
              moving: moving.issues,
              share: formatPercent(moving.issues / total.issues, language.value),
            })}
      </p>
      {moves.length > 0 && (
        <>
          <h2>{t('biggest')}</h2>
          <ul>
            {moves.slice(0, 3).map((cell) => (
              <li key={`${cell.row}/${cell.column}`}>
                {t('move', {
                  count: cell.issues,
                  a: `${a.attribution}: ${names(cell.row, a)}`,
                  b: `${b.attribution}: ${names(cell.column, b)}`,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function CellIssues({
  comparison,
  asked,
  row,
  column,
  onClose,
}: {
  comparison: Comparison;
  asked: Asked;
  row: string;
  column: string;
  onClose: () => void;
}) {
  const t = useMessages(compareMessages);
  const names = useNames(comparison);
  const { a, b, level, publication } = asked;
  const list = useList<Issue>(
    urlOfView(`/schemes/${a}/compare/${b}/issues`, { a: row, b: column, level, publication }),
  );
  const title = t('chosen', { a: names(row, comparison.a), b: names(column, comparison.b) });
  useEffect(() => announce(title), [title]);
  return (
    <section class="compare-issues" aria-labelledby="chosen">
      <header class="compare-issues-head">
        <h2 id="chosen">{title}</h2>
        <Button look="plain" icon="cross" aria-label={t('close')} onClick={onClose} />
      </header>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      <IssueList issues={list.items.map((issue) => ({ ...issue, pages: issue.pages.total }))} />
      <More list={list} />
    </section>
  );
}
