import type { OcrRun } from '../../../../worker/shapes/ocr.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Moment } from '../../../ui/date-text.tsx';
import { readingMessages } from './messages.ts';
import { OcrNotices } from './ocr-notices.tsx';

interface RunRowProps {
  run: OcrRun;
  /** Null where there is nothing to compare it with. */
  onCompare: (() => void) | null;
}

/** The models of a run, as it is called in lists. */
export function runName({ models, engine }: OcrRun): string {
  return models.map(({ name }) => name).join(' + ') || engine;
}

/** One reading: with what, when, how sure, what it says of the page, and who chose it. */
export function RunRow({ run, onCompare }: RunRowProps) {
  const t = useMessages(readingMessages);
  return (
    <li>
      <p class="revision-head">
        <b>{runName(run)}</b> {run.current && <Badge tone="ocr">{t('currentRun')}</Badge>}
        {run.region && <Badge tone="none">{t('ofPart')}</Badge>}
        {run.trial && !run.chosen && <Badge tone="none">{t('trial')}</Badge>}
        {run.chosen && <Badge tone="reviewed">{t('chosen')}</Badge>}
        {run.state === 'failed' && <Badge tone="bad">{t('runFailed')}</Badge>}
      </p>
      <p class="small soft">
        {run.engine} {run.engineVersion} · <Moment at={run.finishedAt} />
      </p>
      {run.state === 'done' && (
        <p class="small">
          {t('runLines', { count: run.lineCount })}
          {run.meanConfidence !== null &&
            ` · ${t('confidence', { percent: Math.round(run.meanConfidence) })}`}
        </p>
      )}
      {run.chosen && (
        <p class="small">
          {t.rich('chosenBy', {
            name: <bdi>{run.chosen.by.name}</bdi>,
            when: <Moment at={run.chosen.at} />,
            reason: <bdi>{run.chosen.reason}</bdi>,
          })}
        </p>
      )}
      <OcrNotices notices={run.notices} />
      {run.warnings.length > 0 && (
        <ul class="small" lang="en">
          {run.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {run.error && (
        <p class="small" lang="en">
          {run.error.detail ?? run.error.title}
        </p>
      )}
      <details class="small">
        <summary>{t('howRead')}</summary>
        <dl class="run-facts" lang="en">
          {run.models.map(({ name, version }) => (
            <Fact key={name} name={name} value={version.slice(0, 12)} />
          ))}
          {run.region && <Fact name="region" value={run.region.join(', ')} />}
          {Object.entries(run.parameters).map(([name, value]) => (
            <Fact key={name} name={name} value={String(value)} />
          ))}
        </dl>
      </details>
      {onCompare && (
        <Button small onClick={onCompare}>
          {t('compare')}
        </Button>
      )}
    </li>
  );
}

/** Names and values as the REST answer has them. */
function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
