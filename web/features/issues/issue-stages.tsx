import type { IssueStages as Stages } from '../../../worker/shapes/timeline.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useResource } from '../../state/resource.ts';
import { Badge } from '../../ui/badge.tsx';
import { Loading, ProblemNotice } from '../../ui/notice.tsx';
import { Title } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { placementMessages } from '../schemes/placement-messages.ts';
import { PlacementTable } from '../schemes/placement-table.tsx';

/** The stages of an issue: those reckoned from its date, and apart from them those that people read in it. */
export function IssueStages({ issue }: { issue: string }) {
  const t = useMessages(placementMessages);
  const { data, problem, loading, reload } = useResource<Stages>(`/issues/${issue}/stages`);
  return (
    <section class="section" aria-labelledby="stages">
      <h2 id="stages">{t('issueTitle')}</h2>
      <ProblemNotice problem={problem} onRetry={reload} />
      {loading && !data && <Loading />}
      {data && (
        <>
          <h3>{t('computed')}</h3>
          <p class="soft small">{t('computedHint')}</p>
          <PlacementTable items={data.computed} label={t('computed')} />
          <h3>{t('asserted')}</h3>
          <p class="soft small">{data.asserted.length === 0 ? t('noAsserted') : t('assertedHint')}</p>
          <Asserted asserted={data.asserted} />
        </>
      )}
    </section>
  );
}

function Asserted({ asserted }: Pick<Stages, 'asserted'>) {
  const t = useMessages(placementMessages);
  if (asserted.length === 0) return null;
  return (
    <ul class="rows">
      {asserted.map((one) => (
        <li key={one.stage}>
          <a href={urlOfView('/timeline', { chosen: one.retired ? '' : `stage:${one.stage}` })}>
            {one.key}. <Title of={one.label} />
          </a>{' '}
          <span class="soft">
            (<Title of={one.title} />)
          </span>{' '}
          {one.approved > 0 && <Badge tone="reviewed">{t('approved', { count: one.approved })}</Badge>}{' '}
          {one.proposed > 0 && <Badge tone="none">{t('proposed', { count: one.proposed })}</Badge>}{' '}
          {one.retired && <span class="soft small">{t('retired')}</span>}
        </li>
      ))}
    </ul>
  );
}
