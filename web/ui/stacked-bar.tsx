import { useMessages } from '../i18n/messages.ts';
import { formatNumber, formatPercent } from '../i18n/format.ts';
import { language } from '../i18n/language.ts';
import { uiMessages } from './messages.ts';
import './stacked-bar.css';

/** Pages by how far their text can be trusted. */
export interface LayerCounts {
  reviewed: number;
  transcribed: number;
  ocr: number;
  none: number;
}

const LAYERS = [
  ['reviewed', 'layerReviewed'],
  ['transcribed', 'layerTranscribed'],
  ['ocr', 'layerOcr'],
  ['none', 'layerNone'],
] as const;

/** The picture: one bar, with the numbers beside it as its legend, so that colour never speaks alone. */
export function StackedBar({
  counts,
  label,
  small,
}: {
  counts: LayerCounts;
  label: string;
  small?: boolean;
}) {
  const t = useMessages(uiMessages);
  const total = LAYERS.reduce((sum, [layer]) => sum + counts[layer], 0);
  const words = LAYERS.map(
    ([layer, key]) => `${t(key)}: ${formatNumber(counts[layer], language.value)}`,
  ).join(', ');
  const shown = LAYERS.filter(([layer]) => counts[layer] > 0);
  return (
    <div class={small ? 'stacked stacked-small' : 'stacked'}>
      <div class="stacked-bar" role="img" aria-label={`${label}. ${words}`}>
        {shown.map(([layer]) => (
          <span key={layer} class={`stacked-part stacked-${layer}`} style={{ flexGrow: counts[layer] }} />
        ))}
      </div>
      {!small && total > 0 && (
        <ul class="stacked-legend" aria-hidden="true">
          {LAYERS.map(([layer, key]) => (
            <li key={layer}>
              <span class={`stacked-swatch stacked-${layer}`} />
              {t(key)} <b>{formatNumber(counts[layer], language.value)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same numbers as a table. */
export function LayerTable({ counts, caption }: { counts: LayerCounts; caption: string }) {
  const t = useMessages(uiMessages);
  const total = LAYERS.reduce((sum, [layer]) => sum + counts[layer], 0);
  return (
    <table class="layer-table">
      <caption class="visually-hidden">{caption}</caption>
      <tbody>
        {LAYERS.map(([layer, key]) => (
          <tr key={layer}>
            <th scope="row">{t(key)}</th>
            <td>{formatNumber(counts[layer], language.value)}</td>
            <td>{total === 0 ? '–' : formatPercent(counts[layer] / total, language.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Layers from the number of pages in each status, as an issue tells them. */
export function countsByStatus(byStatus: Record<string, number>): LayerCounts {
  const of = (...statuses: string[]) => statuses.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
  return {
    reviewed: of('accepted'),
    transcribed: of('draft', 'submitted'),
    ocr: of('read'),
    none: of('queued', 'reading', 'failed'),
  };
}
