/** The page after each step of the clean-up, as whoever reads it sees it. */
import { useSignal } from '@preact/signals';
import { useMessages } from '../../../i18n/messages.ts';
import { SelectField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { readingMessages } from './messages.ts';

/** In the order in which they are taken; each picture has the steps before it, too. */
const STEPS = ['turn', 'deskew', 'light', 'showThrough', 'noise'] as const;

interface CleanUpPicturesProps {
  page: string;
  /** Degrees, or `auto`. */
  turn: string;
  /** Steps that are left out. */
  left: readonly string[];
}

export default function CleanUpPictures({ page, turn, left }: CleanUpPicturesProps) {
  const t = useMessages(readingMessages);
  const step = useSignal<(typeof STEPS)[number]>('noise');
  /** The picture that is there, and the one that did not come. */
  const shown = useSignal('');
  const failed = useSignal('');
  const query = new URLSearchParams({
    step: step.value,
    ...(turn === 'auto' ? {} : { turn }),
    ...Object.fromEntries(left.map((each) => [each, '0'])),
  });
  const url = `/api/v1/pages/${page}/clean-up?${query.toString()}`;
  return (
    <figure class="clean-up">
      <SelectField
        label={t('afterStep')}
        value={step.value}
        onChange={(value) => (step.value = value as typeof step.value)}
        choices={STEPS.map((value) => ({ value, label: t(value) }))}
      />
      {failed.value === url ? (
        <Notice tone="bad">
          <p>{t('noPicture')}</p>
        </Notice>
      ) : (
        <>
          {shown.value !== url && <Progress label={t('makingPicture')} />}
          <a href={url} target="_blank" rel="noreferrer" title={t('pictureLarge')}>
            <img
              src={url}
              alt={t('pictureAfter', { step: t(step.value) })}
              onLoad={() => (shown.value = url)}
              onError={() => (failed.value = url)}
            />
          </a>
        </>
      )}
      <figcaption class="small soft">{t('picturesHint')}</figcaption>
    </figure>
  );
}
