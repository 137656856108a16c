import { describe, expect, it } from 'vitest';
import { type SvgNode } from '../timeline/picture/svg-node.ts';
import { drawLines } from './draw-lines.ts';
import type { Period } from './series-data.ts';
import { isPainted, toSvgFile } from './svg-file.ts';
import { describePeriod } from './words-of.tsx';

const names = ['қазақ', 'земство', 'a<b', 'сиез', 'хат', 'ат', 'оқу', 'ақша'];
const period = (name: string, words: number, ...occurrences: number[]): Period => ({
  name,
  words,
  counts: names.map((_, index) => ({ occurrences: occurrences[index] ?? 0, pages: 1 })),
});
const periods = [
  period('1913-11', 1000, 3, 1),
  period('1913-12', 0),
  period('1914-01', 2000, 2, 8),
  period('1914-02', 2000, 4, 8),
];
const draw = (width = 800) =>
  drawLines(names, periods, {
    width,
    relative: true,
    language: 'en',
    describe: (one) => describePeriod(one, names, 'en'),
  });

const all = (nodes: readonly (SvgNode | string)[]): SvgNode[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...all(node.children)]));

describe('the picture of words over time', () => {
  it('breaks a line where there are no texts, instead of saying nought', () => {
    const [line] = all(draw().nodes).filter(
      ({ tag, attributes }) => tag === 'path' && String(attributes['class']).startsWith('ng-line'),
    );
    expect(String(line?.attributes['d']).match(/M/g)).toHaveLength(2);
    expect(String(line?.attributes['d']).match(/L/g)).toHaveLength(1);
  });

  it('has a place for each period that says its numbers in words', () => {
    const items = all(draw().nodes).filter(({ attributes }) => attributes['data-item'] !== undefined);
    expect(items.map(({ attributes }) => attributes['data-item'])).toEqual(periods.map(({ name }) => name));
    expect(items[0]?.attributes['aria-label']).toMatch(
      /^November 1913\. қазақ: 3 times, 30 of 10,000 words; земство: 1 time, 10 of 10,000/,
    );
    expect(items[1]?.attributes['aria-label']).toBe('December 1913: no texts');
  });

  it('tells its lines apart without colour: no two have the same dashes and sign', () => {
    const legend = draw().nodes.slice(0, names.length);
    const looks = legend.map(({ children }) =>
      all(children)
        .slice(0, 2)
        .map(({ tag, attributes }) => [
          tag,
          attributes['stroke-dasharray'],
          String(attributes['class']).replace(/ng-s\d/, ''),
          String(attributes['d'] ?? '').replaceAll(/[\d.\s-]/g, ''),
        ]),
    );
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(names.length);
  });

  it('keeps its legend and lines within its width, also on a phone', () => {
    const { nodes, width, height } = draw(300);
    for (const { attributes } of all(nodes)) {
      for (const name of ['x', 'x1', 'x2', 'cx'])
        expect(Number(attributes[name] ?? 0)).toBeLessThanOrEqual(width);
      expect(Number(attributes['y'] ?? 0)).toBeLessThanOrEqual(height);
    }
  });
});

describe('the picture as a file', () => {
  it('has a colour for everything in it, and no markup out of words', () => {
    const classes = all(draw().nodes)
      .filter(({ attributes }) => attributes['data-item'] === undefined)
      .flatMap(({ attributes }) => String(attributes['class'] ?? '').split(' '))
      .filter((name) => name !== '' && name !== 'ng-hit');
    expect(classes.filter((name) => !isPainted(name))).toEqual([]);
    const file = toSvgFile(draw(), { title: 'T & T', note: ['n'], language: 'en' });
    expect(file).toContain('a&lt;b');
    expect(file).toContain('T &amp; T');
    expect(file).not.toContain('class=');
    expect(file).not.toContain('data-item');
  });
});
