/** Short news: said by screen readers, and shown for a while at the foot of the window. */
import { signal } from '@preact/signals';

interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad' | 'plain';
}

const toasts = signal<Toast[]>([]);
const spoken = signal('');
let count = 0;

/** Says something to screen readers only, such as "3 results". */
export function announce(text: string): void {
  // The same words twice must be said twice: a no-break space makes them new.
  spoken.value = spoken.peek() === text ? `${text}\u00a0` : text;
}

/** Shows and says something. Bad news stays longer; what must not be missed belongs into the view instead. */
export function toast(text: string, tone: Toast['tone'] = 'plain'): void {
  const id = ++count;
  toasts.value = [...toasts.peek(), { id, text, tone }].slice(-3);
  setTimeout(
    () => (toasts.value = toasts.peek().filter((one) => one.id !== id)),
    tone === 'bad' ? 10_000 : 5_000,
  );
}

/** Stands once, in app.tsx. */
export function LiveRegion() {
  return (
    <>
      <div class="visually-hidden" role="status" aria-live="polite">
        {spoken.value}
      </div>
      <div class="toasts" role="log" aria-live="polite" aria-relevant="additions">
        {toasts.value.map((toast) => (
          <p key={toast.id} class={`toast toast-${toast.tone}`}>
            {toast.text}
          </p>
        ))}
      </div>
    </>
  );
}
