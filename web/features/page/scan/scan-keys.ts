/** Keys for the scan. By their place on the keyboard, since the layout may be Kazakh or Arabic. */
import type { Box } from '../../../../worker/shapes/common.ts';
import { AS_SCANNED, turnedBy, withLight } from './look.ts';
import type { ScanSettings } from './settings.ts';
import type { ScanViewer } from './viewer.ts';

const ZOOM = 1.5;
const LIGHT_STEP = 10;
const FINE_STEP = 0.5;
const PAN = 0.2;

type View = Pick<ScanViewer, 'zoomBy' | 'home' | 'fit' | 'panBy'>;
type Key = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** While the scan has the focus. Answers whether the key was one of them. */
export function onScanKey(event: Key, view: View, line: Box | null, settings: ScanSettings): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { look, turn } = settings;
  const by = event.shiftKey ? -1 : 1;
  const light = (what: 'brightness' | 'contrast') => {
    look.value = withLight(look.peek(), what, look.peek()[what] + by * LIGHT_STEP);
  };
  switch (event.code) {
    case 'ArrowLeft':
      view.panBy(-PAN, 0);
      break;
    case 'ArrowRight':
      view.panBy(PAN, 0);
      break;
    case 'ArrowUp':
      view.panBy(0, -PAN);
      break;
    case 'ArrowDown':
      view.panBy(0, PAN);
      break;
    case 'KeyR':
      turn.value = turnedBy(turn.peek(), by * 90);
      break;
    case 'Comma':
      turn.value = turnedBy(turn.peek(), -FINE_STEP);
      break;
    case 'Period':
      turn.value = turnedBy(turn.peek(), FINE_STEP);
      break;
    case 'KeyB':
      light('brightness');
      break;
    case 'KeyC':
      light('contrast');
      break;
    case 'KeyI':
      look.value = { ...look.peek(), invert: !look.peek().invert };
      break;
    case 'Backspace':
      look.value = AS_SCANNED;
      turn.value = 0;
      break;
    default:
      return onZoomKey(event.code, view, line);
  }
  return true;
}

/** Anywhere on the page view, with Alt: the hands stay on the line. */
export function onTypingKey(event: Key, view: View, line: Box | null): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  // Alt with plus and minus are marks of the text.
  const code = { PageUp: 'Equal', PageDown: 'Minus', Digit0: 'Digit0', Digit1: 'Digit1' }[event.code];
  return code !== undefined && onZoomKey(code, view, line);
}

function onZoomKey(code: string, view: View, line: Box | null): boolean {
  switch (code) {
    case 'Equal':
    case 'NumpadAdd':
      view.zoomBy(ZOOM);
      return true;
    case 'Minus':
    case 'NumpadSubtract':
      view.zoomBy(1 / ZOOM);
      return true;
    case 'Digit0':
    case 'Numpad0':
      view.home();
      return true;
    case 'Digit1':
    case 'Numpad1':
      if (line) view.fit(line);
      return true;
    default:
      return false;
  }
}
