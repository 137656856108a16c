import type { ComponentChildren } from 'preact';
import { useMessages } from '../../i18n/messages.ts';
import { timelineMessages } from './messages.ts';
import { LAYERS } from './picture/draw-corpus.ts';

/** What bars and marks mean, each drawn as in the picture and said in words. */
export function Legend({ mentions }: { mentions: boolean }) {
  const t = useMessages(timelineMessages);
  return (
    <details>
      <summary>{t('legend')}</summary>
      <ul class="tl-legend">
        <Entry text={t('legendOpen')}>
          <path class="tl-bar-line" d="M9 3L23 3L23 17L9 17L2 10Z" />
        </Entry>
        <Entry text={t('legendShared')}>
          {[2, 8, 14, 20].map((x) => (
            <path key={x} class="tl-bar-line" d={`M${x} 17L${x + 5} 3`} />
          ))}
        </Entry>
        <Entry text={t('legendGap')}>
          <line class="tl-gap" x1={1} x2={27} y1={10} y2={10} />
        </Entry>
        {LAYERS.map(({ name, width }) => (
          <Entry key={name} text={t(name)}>
            <rect class={`tl-${name}`} x={14 - 12 * width} y={2} width={24 * width} height={16} />
          </Entry>
        ))}
        <Entry text={t('knownOnly')}>
          <circle class="tl-known" cx={14} cy={10} r={3} />
        </Entry>
        <Entry text={t('legendDay')}>
          <path class="tl-event" d="M7 10L14 3L21 10L14 17Z" />
        </Entry>
        <Entry text={t('legendSpan')}>
          <rect class="tl-event" x={2} y={6} width={24} height={8} rx={4} />
        </Entry>
        <Entry text={t('legendConflict')}>
          <rect class="tl-event tl-event-conflict" x={2} y={3} width={24} height={14} rx={7} />
          <text class="tl-event-sign" x={14} y={14} text-anchor="middle">
            !
          </text>
        </Entry>
        {mentions && (
          <Entry text={t('legendMention')}>
            <circle class="tl-mention" cx={14} cy={10} r={8} />
          </Entry>
        )}
        <Entry text={t('changeOfCalendar')}>
          <line class="tl-change" x1={14} x2={14} y1={1} y2={19} />
        </Entry>
      </ul>
    </details>
  );
}

function Entry({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <li>
      <svg class="tl-picture" width={28} height={20} viewBox="0 0 28 20" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
