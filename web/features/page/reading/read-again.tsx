/** A new reading of the page by the service: the model, how to clean the scan, and whether it is only a try. */
import { useSignal } from '@preact/signals';
import type { NewOcrJob, OcrModel } from '../../../../worker/shapes/ocr.ts';
import type { Job, Page } from '../../../../worker/shapes/pages.ts';
import { type ApiProblem, post, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { later } from '../later.tsx';
import { readingMessages } from './messages.ts';

const CleanUpPictures = later(() => import('./clean-up-pictures.tsx'));

const LAYOUTS = ['auto', 'tesseract', 'column', 'line', 'sparse'] as const;
const TURNS = ['auto', '0', '90', '180', '270'] as const;
const SCRIPTS = ['auto', 'Cyrl', 'Arab'] as const;
/** Steps that the page decides on by itself, and that can be left out. */
const STEPS = ['deskew', 'light', 'showThrough', 'noise'] as const;

export function ReadAgain({ page, onJob }: { page: Page; onJob: (job: Job) => void }) {
  const t = useMessages(readingMessages);
  const models = useResource<{ items: OcrModel[] }>('/models');
  const model = useSignal('');
  const layout = useSignal<(typeof LAYOUTS)[number]>('auto');
  const turn = useSignal<(typeof TURNS)[number]>('auto');
  const script = useSignal<(typeof SCRIPTS)[number]>('auto');
  const left = useSignal<readonly string[]>([]);
  // A text that is there stays until a person has compared.
  const trial = useSignal(page.layer !== 'none');
  const pictures = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const running = page.job?.state === 'queued' || page.job?.state === 'running';
  const byPerson = page.layer === 'transcribed' || page.layer === 'reviewed';

  const wish = (): NewOcrJob => ({
    ...(model.value === '' ? {} : { model: model.value }),
    parameters: {
      ...(layout.value === 'auto' ? {} : { layout: layout.value }),
      ...(turn.value === 'auto' ? {} : { turn: Number(turn.value) as 0 | 90 | 180 | 270 }),
      ...(script.value === 'auto' ? {} : { script: script.value }),
      ...Object.fromEntries(left.value.map((step) => [step, 0])),
    },
    ...(trial.value && !byPerson ? { trial: true } : {}),
  });
  const start = async () => {
    busy.value = true;
    problem.value = null;
    try {
      onJob((await post<Job>(`/pages/${page.id}/ocr`, wish())).data);
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="form read-again">
      <h3>{t('readWith')}</h3>
      {byPerson && (
        <Notice>
          <p>{t('textStays')}</p>
        </Notice>
      )}
      <SelectField
        label={t('model')}
        value={model.value}
        onChange={(value) => (model.value = value)}
        choices={[
          { value: '', label: t('modelByLanguage') },
          ...(models.data?.items ?? []).map(({ name, title }) => ({
            value: name,
            label: `${title} (${name})`,
          })),
        ]}
      />
      <details>
        <summary>{t('parameters')}</summary>
        <SelectField
          label={t('layout')}
          value={layout.value}
          onChange={(value) => (layout.value = value as typeof layout.value)}
          choices={LAYOUTS.map((value) => ({ value, label: t(`layout${value}`) }))}
        />
        <SelectField
          label={t('turn')}
          value={turn.value}
          onChange={(value) => (turn.value = value as typeof turn.value)}
          choices={TURNS.map((value) => ({ value, label: value === 'auto' ? t('auto') : `${value}°` }))}
        />
        <SelectField
          label={t('script')}
          value={script.value}
          onChange={(value) => (script.value = value as typeof script.value)}
          choices={SCRIPTS.map((value) => ({
            value,
            label: t(value === 'auto' ? 'auto' : `script${value}`),
          }))}
        />
        <fieldset class="read-steps">
          <legend>{t('cleaning')}</legend>
          {STEPS.map((step) => (
            <label key={step} class="check">
              <input
                type="checkbox"
                checked={!left.value.includes(step)}
                onChange={(event) => {
                  const others = left.peek().filter((each) => each !== step);
                  left.value = event.currentTarget.checked ? others : [...others, step];
                }}
              />
              {t(step)}
            </label>
          ))}
        </fieldset>
        <p>
          <Button small aria-expanded={pictures.value} onClick={() => (pictures.value = !pictures.peek())}>
            {t('seePictures')}
          </Button>
        </p>
        {pictures.value && <CleanUpPictures page={page.id} turn={turn.value} left={left.value} />}
      </details>
      {!byPerson && page.layer !== 'none' && (
        <label class="check">
          <input
            type="checkbox"
            checked={trial.value}
            onChange={(event) => (trial.value = event.currentTarget.checked)}
          />
          {t('onlyTry')}
        </label>
      )}
      <ProblemNotice problem={problem.value ?? models.problem} />
      <p>
        <Button
          icon="retry"
          busy={busy.value}
          aria-disabled={running ? 'true' : undefined}
          onClick={() => !running && void start()}
        >
          {t('readAgain')}
        </Button>
      </p>
    </div>
  );
}
