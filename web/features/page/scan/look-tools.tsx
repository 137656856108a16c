import { useId } from 'preact/hooks';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { AS_SCANNED, MOST, partsOf, turnedBy, withLight } from './look.ts';
import { scanMessages } from './messages.ts';
import type { ScanSettings } from './settings.ts';

/** Light and turn of the picture. */
export function LookTools({ settings: { look, turn } }: { settings: ScanSettings }) {
  const t = useMessages(scanMessages);
  const { quarter, fine } = partsOf(turn.value);
  return (
    <div class="look-tools" role="group" aria-label={t('pictureTools')}>
      {(['brightness', 'contrast'] as const).map((what) => (
        <Slider
          key={what}
          label={t(what)}
          said={t('percent', { count: look.value[what] })}
          {...{ min: 30, max: MOST[what], step: 5, value: look.value[what] }}
          onInput={(value) => (look.value = withLight(look.peek(), what, value))}
        />
      ))}
      <Slider
        label={t('fine')}
        said={t('degrees', { count: fine })}
        {...{ min: -45, max: 45, step: 0.5, value: fine }}
        onInput={(value) => (turn.value = turnedBy(quarter, value))}
      />
      <div class="look-buttons">
        <Button small onClick={() => (turn.value = turnedBy(turn.peek(), -90))}>
          {t('turnLeft')}
        </Button>
        <Button small onClick={() => (turn.value = turnedBy(turn.peek(), 90))}>
          {t('turnRight')}
        </Button>
        <Button
          small
          aria-pressed={look.value.invert}
          onClick={() => (look.value = { ...look.peek(), invert: !look.peek().invert })}
        >
          {t('invert')}
        </Button>
        <Button
          small
          onClick={() => {
            look.value = AS_SCANNED;
            turn.value = 0;
          }}
        >
          {t('asScanned')}
        </Button>
      </div>
    </div>
  );
}

interface SliderProps {
  label: string;
  /** The value in words. */
  said: string;
  min: number;
  max: number;
  step: number;
  value: number;
  onInput: (value: number) => void;
}

function Slider({ label, said, onInput, ...range }: SliderProps) {
  const id = useId();
  return (
    <div class="look-slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        {...range}
        aria-valuetext={said}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
      <span class="look-value" aria-hidden="true">
        {said}
      </span>
    </div>
  );
}
