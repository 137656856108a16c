import type { ComponentChildren } from 'preact';

/** A bar with its words; without `value` (0 to 1) it only says that something goes on. */
export function Progress({ label, value }: { label: ComponentChildren; value?: number | undefined }) {
  return (
    <label class="progress">
      <span class="progress-label">{label}</span>
      {value === undefined ? <progress /> : <progress value={value} max={1} />}
    </label>
  );
}
