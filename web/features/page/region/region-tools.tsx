import type { Signal } from '@preact/signals';
import type { OcrModel } from '../../../../worker/shapes/ocr.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { regionMessages } from './messages.ts';
import type { ReaderName, RegionWork } from './region-work.ts';

interface RegionToolsProps {
  work: RegionWork;
  models: readonly OcrModel[];
  /** The name of the model that was chosen; '' chooses by itself. */
  chosen: Signal<string>;
  /** What will be read with. */
  wanted: readonly OcrModel[];
  read: (by?: ReaderName) => void;
  /** Who reads as soon as it is known which models there are. */
  waiting: ReaderName | null;
  onDone: () => void;
}

const KINDS = ['auto', 'line', 'block'] as const;
const STEPS = {
  waiting: 'stepWaiting',
  model: 'stepModel',
  engine: 'stepEngine',
  reading: 'stepReading',
} as const;
const FAILURES = { model: 'failedModel', engine: 'failedEngine', picture: 'failedPicture' } as const;

/** Everything that the keys do, for mouse and thumb; and how far the reading is. */
export function RegionTools({ work, models, chosen, wanted, read, waiting, onDone }: RegionToolsProps) {
  const t = useMessages(regionMessages);
  const { drawing, kind } = work;
  const progress = work.progress.value;
  const failure = work.failure.value;
  return (
    <>
      <div class="region-tools" role="group" aria-label={t('title')}>
        <strong class="box-title">{t('title')}</strong>
        <Button
          small
          aria-pressed={drawing.value}
          title={`${t('draw')} (D)`}
          onClick={() => (drawing.value = !drawing.peek())}
        >
          {t('draw')}
        </Button>
        <SelectField
          label={t('model')}
          hideLabel
          value={chosen.value}
          onChange={(value) => (chosen.value = value)}
          choices={[
            { value: '', label: t('modelOfPage', { names: wanted.map(({ name }) => name).join(' + ') }) },
            ...models.map(({ name, title }) => ({ value: name, label: `${title} (${name})` })),
          ]}
        />
        <SelectField
          label={t('kind')}
          hideLabel
          value={kind.value}
          onChange={(value) => (kind.value = value as (typeof KINDS)[number])}
          choices={KINDS.map((value) => ({ value, label: t(`kind${value}`) }))}
        />
        {progress ? (
          <Button small icon="cross" title={`${t('cancel')} (Escape)`} onClick={() => work.cancel()}>
            {t('cancel')}
          </Button>
        ) : (
          <>
            <Button
              small
              look="primary"
              title={`${t('read')} (Enter)`}
              busy={waiting === 'browser'}
              onClick={() => read()}
            >
              {t('read')}
            </Button>
            <Button
              small
              title={t('readByServiceTitle')}
              busy={waiting === 'service'}
              onClick={() => read('service')}
            >
              {t('readByService')}
            </Button>
          </>
        )}
        <Button small title={`${t('done')} (Escape)`} onClick={onDone}>
          {t('done')}
        </Button>
        {drawing.value && !progress && !work.outcome.value && <p class="box-hint">{t('drawHint')}</p>}
      </div>
      {(progress || failure) && (
        <div class="region-news">
          {progress && <Progress label={t(STEPS[progress.step])} value={progress.share} />}
          {failure instanceof ApiProblem && <ProblemNotice problem={failure} />}
          {typeof failure === 'string' && (
            <Notice tone="bad">
              <p>{t(FAILURES[failure])}</p>
            </Notice>
          )}
        </div>
      )}
    </>
  );
}
