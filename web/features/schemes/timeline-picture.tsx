import type { Scheme } from '../../../worker/shapes/schemes.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { titleText } from '../../ui/titles.tsx';
import { schemeMessages } from './messages.ts';
import { stageBounds } from './stage-bounds.ts';
import { type Bar, FIRST_YEAR, LAST_YEAR, barsOf } from './timeline.ts';

const ROW = 24;
const TITLE = 24;
const GAP = 14;
const AXIS = 26;
/** Bars narrower than this have no room for their key. */
const ROOM_FOR_KEY = 0.028;

/** All schemes above each other on one axis. Lengths along the axis are percentages, so that letters keep their size. */
export function TimelinePicture({ schemes }: { schemes: Scheme[] }) {
  const t = useMessages(schemeMessages);
  const tracks = layOut(schemes);
  const height = AXIS + tracks.reduce((sum, track) => sum + track.height, 0);
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR }, (_, index) => FIRST_YEAR + index);
  return (
    <div class="timeline" role="group" aria-label={t('picture')} tabIndex={0}>
      <svg class="timeline-svg" width="100%" height={height} role="img" aria-label={t('pictureLabel')}>
        {years.map((year, index) => {
          const x = `${(100 * index) / years.length}%`;
          return (
            <g key={year}>
              <line class="timeline-year" x1={x} x2={x} y1={AXIS - 6} y2={height} />
              <text class="timeline-year-text" x={x} y={14} dx={4}>
                {year}
              </text>
            </g>
          );
        })}
        {tracks.map((track) => (
          <g key={track.scheme.id}>
            <text class="timeline-title" x={4} y={track.y + 16}>
              {titleText(track.scheme.title, language.value)}
            </text>
            {track.bars.map((bar, index) => (
              <StageBar
                key={bar.stage.id}
                bar={bar}
                y={track.y + TITLE + bar.depth * ROW}
                odd={index % 2 === 1}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

function StageBar({ bar, y, odd }: { bar: Bar; y: number; odd: boolean }) {
  const t = useMessages(schemeMessages);
  const { stage, start, end } = bar;
  const width = Math.max(0.004, end - start);
  const { from, to } = stageBounds(stage);
  return (
    <g class={odd ? 'timeline-bar timeline-bar-odd' : 'timeline-bar'}>
      <rect x={`${100 * start}%`} y={y} width={`${100 * width}%`} height={ROW - 4}>
        <title>{t('barTitle', { key: stage.key, label: titleText(stage.label), from, to })}</title>
      </rect>
      {width > ROOM_FOR_KEY && (
        <text x={`${100 * (start + width / 2)}%`} y={y + 15} text-anchor="middle">
          {`${bar.openStart ? '← ' : ''}${stage.key}${bar.openEnd ? ' →' : ''}`}
        </text>
      )}
    </g>
  );
}

interface Track {
  scheme: Scheme;
  bars: Bar[];
  y: number;
  height: number;
}

/** The height of each scheme: its title and one row for each depth. Undated schemes are left out. */
function layOut(schemes: Scheme[]): Track[] {
  const tracks: Track[] = [];
  let y = AXIS;
  for (const scheme of schemes) {
    const bars = barsOf(scheme.stages);
    if (bars.length === 0) continue;
    const height = TITLE + (1 + Math.max(...bars.map((bar) => bar.depth))) * ROW + GAP;
    tracks.push({ scheme, bars, y, height });
    y += height;
  }
  return tracks;
}
