import type { Action } from '../../../worker/shapes/accounts.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { Moment } from '../../ui/date-text.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { adminMessages } from './messages.ts';

/** Subjects that have a view of their own. */
const VIEWS = /^(pages|issues|publications|entities)\/[\w-]+$/;

/** Who did what to what, and when. The verbs are those of the API: they are terms, not sentences. */
export function ActionLog({ nameOf }: { nameOf: (id: string) => string }) {
  const t = useMessages(adminMessages);
  const list = useList<Action>('/actions');
  return (
    <section class="section" aria-labelledby="actions">
      <h2 id="actions">{t('actions')}</h2>
      <p class="soft">{t('actionsLead')}</p>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first && list.items.length === 0 && <Empty title={t('noActions')} />}
      {list.items.length > 0 && (
        <div class="table-scroll" role="group" aria-labelledby="actions" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('when')}</th>
                <th scope="col">{t('who')}</th>
                <th scope="col">{t('what')}</th>
                <th scope="col">{t('on')}</th>
              </tr>
            </thead>
            <tbody>
              {list.items.map((action) => (
                <tr key={action.id}>
                  <td>
                    <Moment at={action.at} />
                  </td>
                  <td>{action.actor === null ? t('service') : <bdi>{nameOf(action.actor)}</bdi>}</td>
                  <td>
                    <code>{action.action}</code>
                  </td>
                  <td>
                    {VIEWS.test(action.subject) ? (
                      <a href={`/${action.subject}`}>{action.subject}</a>
                    ) : (
                      <span class="small">{action.subject}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More list={list} />
    </section>
  );
}
