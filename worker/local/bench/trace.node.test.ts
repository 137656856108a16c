import { expect, test } from 'vitest';
import { pressesToPaint } from './trace.ts';

const event = (name: string, ts: number, dur: number, type?: string) => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts: ts * 1000,
  dur: dur * 1000,
  ...(type ? { args: { data: { type } } } : {}),
});

test('a key press lasts from its first event to the paint after its input, nested work counted once', () => {
  const traceEvents = [
    event('EventDispatch', 0, 1, 'keydown'),
    event('EventDispatch', 1, 3, 'input'),
    event('RunMicrotasks', 2, 1),
    event('Layout', 8, 2),
    event('Layerize', 10, 1),
    event('Layerize', 30, 1),
    event('EventDispatch', 40, 1, 'keydown'),
  ];
  expect(pressesToPaint({ traceEvents })).toEqual([{ paint: 11, work: 7 }]);
});

test('a trace without keys is refused', () => {
  expect(() => pressesToPaint({ traceEvents: [] })).toThrow('no key press');
});
