/** What was read in a part, beside what stands there, and what may be done with it. Nothing is changed by itself. */
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { OcrNotices } from '../reading/ocr-notices.tsx';
import { WordDiff } from '../history/diff-view.tsx';
import { DOUBTFUL_BELOW } from '../lines.ts';
import type { ScanViewer } from '../scan/viewer.ts';
import { regionMessages } from './messages.ts';
import type { Pair } from './place-reading.ts';
import type { RegionOutcome, RegionWork } from './region-work.ts';

interface RegionOutcomeProps {
  work: RegionWork;
  outcome: RegionOutcome;
  lang: string;
  dir: 'rtl' | 'ltr';
  viewer: ScanViewer;
}

export function RegionOutcomeView({ work, outcome, lang, dir, viewer }: RegionOutcomeProps) {
  const t = useMessages(regionMessages);
  const standing = outcome.pairs.filter((pair) => pair.standing !== null).length;
  const same = outcome.pairs.every(({ standing, read }) => standing?.text === read?.text);
  const put = (how: 'replace' | 'insert') => {
    work[how]();
    toast(t('putIn'), 'good');
  };
  if (outcome.read.length === 0)
    return (
      <div class="region-outcome">
        <OcrNotices notices={outcome.notices} />
        <Notice tone="warning">
          <p>{t('nothing')}</p>
        </Notice>
      </div>
    );
  return (
    <section class="region-outcome" aria-label={t('outcome', { count: outcome.read.length })}>
      <p class="small soft">
        {t('outcome', { count: outcome.read.length })} ·{' '}
        {t(`time${outcome.by}`, { seconds: (outcome.milliseconds / 1000).toFixed(1) })}
        {standing > 0 && ` · ${t(same ? 'same' : 'legend')}`}
      </p>
      <OcrNotices notices={outcome.notices} />
      <ol class="region-lines">
        {outcome.pairs.map((pair, index) => (
          <li key={index}>
            <WordDiff before={pair.standing?.text ?? ''} after={pair.read?.text ?? ''} {...{ lang, dir }} />
            <p class="region-line-note small">
              <Standing pair={pair} />
              <Button
                small
                look="plain"
                onClick={() => viewer.fit(pair.read?.box ?? pair.standing?.box ?? outcome.region)}
              >
                {t('show')}
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <p class="form-actions">
        {standing > 0 && !same && (
          <Button small look="primary" icon="check" onClick={() => put('replace')}>
            {t('replace', { count: standing })}
          </Button>
        )}
        <Button small look={standing > 0 ? 'quiet' : 'primary'} icon="plus" onClick={() => put('insert')}>
          {t('insert')}
        </Button>
        <Button small look="plain" onClick={() => work.discard()}>
          {t('discard')}
        </Button>
      </p>
    </section>
  );
}

/** Whether a line is new, changed or gone, and how sure the machine is of it. */
function Standing({ pair: { standing, read } }: { pair: Pair }) {
  const t = useMessages(regionMessages);
  if (!read) return <span class="soft">{t('notRead')}</span>;
  const doubtful = read.confidence < DOUBTFUL_BELOW;
  return (
    <span class={doubtful ? 'region-doubtful' : 'soft'}>
      {!standing && `${t('newLine')} · `}
      {t(doubtful ? 'unsure' : 'sure', { percent: read.confidence })}
    </span>
  );
}
