/** What any picture on the timeline's axis needs on the screen. */
import { useSignal } from '@preact/signals';
import { type ComponentChild, h } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SvgNode } from './picture/svg-node.ts';

/** The tree as elements. Of what can be chosen only `stop` is reached by Tab; without one, nothing is. */
export function toElement({ tag, attributes, children }: SvgNode, stop?: string): ComponentChild {
  const item = attributes['data-item'];
  // Attributes of SVG keep their letters: `tabIndex` would be another one.
  const focus = item === undefined ? {} : { key: item, tabindex: item === stop ? 0 : -1 };
  return h(
    tag,
    { ...attributes, ...focus },
    children.map((child) => (typeof child === 'string' ? child : toElement(child, stop))),
  );
}

/** Narrower than this, years and short stages could not be told apart: a phone scrolls sideways. */
export function leastWidth(years: number): number {
  return Math.max(years * 46, years <= 3 ? years * 264 : 0, 320);
}

/** The width that the picture may have without scrolling. */
export function useRoom(frame: { current: HTMLDivElement | null }): number {
  const room = useSignal(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => (room.value = element.clientWidth));
    room.value = element.clientWidth;
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return room.value;
}

/** Headings, numbers and the names of stages stay in view while the picture is scrolled sideways. */
export function keepInView(frame: HTMLDivElement | null): void {
  const shift = frame?.scrollLeft ?? 0;
  frame?.querySelectorAll('.tl-sticky').forEach((element) => {
    element.setAttribute('transform', `translate(${shift} 0)`);
  });
  frame?.querySelectorAll('[data-from]').forEach((element) => {
    const [from, to] = [element.getAttribute('data-from'), element.getAttribute('data-to')].map(Number);
    element.setAttribute('x', String(Math.max(from ?? 0, Math.min(to ?? 0, shift + 8))));
  });
}
