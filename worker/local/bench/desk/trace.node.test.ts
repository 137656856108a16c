import { expect, test } from 'vitest';
import { pressesToScreen } from './trace.ts';

const task = (name: string, ts: number, dur: number, type?: string) => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts: ts * 1000,
  dur: dur * 1000,
  ...(type ? { args: { data: { type } } } : {}),
});
const stage = (name: string, ph: 'b' | 'e', ts: number, local: string, type?: string) => ({
  name,
  ph,
  pid: 1,
  tid: 7,
  ts: ts * 1000,
  id2: { local },
  ...(type ? { args: { event_latency: { event_type: type } } } : {}),
});

test('a key press lasts from its event to the presentation of its frame, nested work counted once', () => {
  const traceEvents = [
    stage('EventLatency', 'b', 0, 'a', 'KEY_PRESSED'),
    task('EventDispatch', 1, 1, 'keydown'),
    task('EventDispatch', 2, 3, 'input'),
    task('RunMicrotasks', 3, 1),
    task('Layout', 8, 2),
    stage('Commit', 'b', 10, 'a'),
    stage('Commit', 'e', 11, 'a'),
    stage('SwapEndToPresentationCompositorFrame', 'b', 12, 'a'),
    stage('SwapEndToPresentationCompositorFrame', 'e', 14, 'a'),
    stage('EventLatency', 'e', 14, 'a'),
    // The release of the key, and a press that changed nothing: no frame.
    stage('EventLatency', 'b', 15, 'a', 'KEY_RELEASED'),
    stage('EventLatency', 'e', 16, 'a'),
    stage('EventLatency', 'b', 20, 'a', 'KEY_PRESSED'),
    stage('EventLatency', 'e', 22, 'a'),
  ];
  expect(pressesToScreen({ traceEvents })).toEqual([{ shown: 14, painted: 11, work: 6 }]);
});

test('a trace without keys is refused', () => {
  expect(() => pressesToScreen({ traceEvents: [] })).toThrow('no key press');
});
