import type { Placement } from '../../../worker/shapes/timeline.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Title } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { placementMessages } from './placement-messages.ts';
import './placement.css';

const TONES: Record<Placement['verdict'], Tone> = {
  inside: 'reviewed',
  boundary: 'transcribed',
  uncertain: 'ocr',
  gap: 'none',
  undated: 'none',
};

/** Where a date lies under every scheme: the verdict in words, and each stage with how much of the date it has. */
export function PlacementTable({ items, label }: { items: readonly Placement[]; label: string }) {
  const t = useMessages(placementMessages);
  return (
    <div class="table-scroll" role="group" aria-label={label} tabIndex={0}>
      <table class="placement-table">
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scheme')}</th>
            <th scope="col">{t('verdict')}</th>
            <th scope="col">{t('stages')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.scheme}>
              <th scope="row">
                <a href={`/schemes#scheme-${item.scheme}`}>
                  <Title of={item.title} />
                </a>
              </th>
              <td>
                <Badge tone={TONES[item.verdict]}>{verdictText(item, t)}</Badge>
              </td>
              <td>
                <PlacedStages placement={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The verdict in words; a gap says on which side of the stages it is, and what cannot be placed says why. */
function verdictText(
  { verdict, gap, undated }: Placement,
  t: ReturnType<typeof useMessages<(typeof placementMessages)['catalogues']['en']>>,
): string {
  if (verdict === 'gap') return gap ? t(`gap${gap}`) : t('gap');
  if (verdict === 'undated') return undated ? t(`undated${undated}`) : t('undated');
  return t(verdict);
}

function PlacedStages({ placement }: { placement: Placement }) {
  const t = useMessages(placementMessages);
  if (placement.stages.length === 0) return null;
  return (
    <ul class="placement-stages">
      {placement.stages.map((stage) => (
        <li key={stage.id} class={stage.level > 1 ? 'placement-sub' : undefined}>
          <a href={urlOfView('/timeline', { chosen: `stage:${stage.id}` })}>
            {stage.key}. <Title of={stage.label} />
          </a>{' '}
          <span class="soft small">{t(`fit${stage.fit}`)}</span>
        </li>
      ))}
    </ul>
  );
}
