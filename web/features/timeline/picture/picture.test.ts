import { describe, expect, it } from 'vitest';
import type { TimelineData } from '../data.ts';
import { isPainted, toSvgFile } from './download.ts';
import { type PictureOptions, drawTimeline } from './picture.ts';
import type { SvgNode } from './svg-node.ts';

const stage = (key: string, earliest: string | null, latest: string | null, parent?: string) => ({
  id: `id-${key}`,
  key,
  label: { en: `The stage ${key} & its name, which is long`, ru: `Этап ${key}`, kk: `${key} кезең` },
  earliest,
  latest,
  ...(parent ? { parent } : {}),
});

const counts = { issues: 2, scanned: 8, read: 6, transcribed: 4, reviewed: 1 };

const data: TimelineData = {
  from: '1905-01-01',
  to: '1920-12-31',
  schemes: [
    {
      id: 's',
      title: { en: 'Authors', ru: 'Авторы', kk: 'Авторлар' },
      attribution: 'A',
      stages: [
        stage('1', null, '1917-08-13'),
        stage('1.1', '1905-01-14', '1907-01-13', '1'),
        stage('2', '1917-07-14', '1918-01-13'),
        stage('3', '1919-01-01', null),
      ],
    },
    { id: 'u', title: { en: 'Undated' }, attribution: 'B', stages: [stage('x', null, null)] },
  ],
  months: [
    { month: '1913-02', ...counts },
    { month: '1917-07', issues: 1, scanned: 0, read: 0, transcribed: 0, reviewed: 0 },
  ],
  vague: [{ from: '1911-01-14', to: '1912-01-13', ...counts }],
  undated: { issues: 0, pages: 0 },
  outside: { issues: 0, pages: 0 },
  events: [
    event('a', '1917-07-18', '1917-07-18', false),
    event('a', '1917-07-18', '1917-07-18', true),
    event('b', '1917-01-14', '1918-01-13', false),
  ],
  mentions: [
    { month: '1913-02', count: 1 },
    { month: '1917-12', count: 12 },
  ],
  mentionsElsewhere: 0,
};

function event(entity: string, earliest: string, latest: string, conflicts: boolean) {
  const date = { calendar: 'gregorian' as const, edtf: `${earliest}/${latest}` };
  const source = { source: 'Qazaq' };
  return {
    entity,
    claim: 'c',
    label: { en: entity },
    property: 'date',
    date,
    earliest,
    latest,
    source,
    conflicts,
  };
}

const options: PictureOptions = {
  language: 'en',
  width: 1000,
  firstYear: 1905,
  lastYear: 1920,
  style: 'gregorian',
  scale: 'linear',
  entityName: 'A name',
};

function all(nodes: readonly (SvgNode | string)[]): SvgNode[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...all(node.children)]));
}
const withClass = (nodes: SvgNode[], name: string) =>
  all(nodes).filter((node) =>
    String(node.attributes['class'] ?? '')
      .split(' ')
      .includes(name),
  );
const labelOf = (nodes: SvgNode[], key: string) =>
  all(nodes).find((node) => node.attributes['data-item'] === key)?.attributes['aria-label'];

describe('the picture of the timeline', () => {
  const { nodes, spots } = drawTimeline(data, options);

  it('has every stage, month, event and mention, each said in full', () => {
    expect(spots.map(({ key }) => key)).toEqual([
      'stage:id-1',
      'stage:id-2',
      'stage:id-3',
      'stage:id-1.1',
      'month:1913-02',
      'month:1917-07',
      'vague:1911-01-14/1912-01-13',
      'event:b:date:1917-01-14/1918-01-13',
      'event:a:date:1917-07-18/1917-07-18',
      'mention:1913-02',
      'mention:1917-12',
    ]);
    expect(labelOf(nodes, 'stage:id-1')).toBe(
      'Authors, 1. The stage 1 & its name, which is long: open – 13 August 1917',
    );
    expect(labelOf(nodes, 'month:1913-02')).toBe(
      'February 1913: 2 issues, scanned 8, read by machine or by people 6, transcribed 4, reviewed 1',
    );
    expect(labelOf(nodes, 'event:a:date:1917-07-18/1917-07-18')).toMatch(/Sources disagree/);
  });

  it('draws what two stages share hatched, and what no stage claims as a gap', () => {
    expect(withClass(nodes, 'tl-shared')).toHaveLength(1);
    expect(withClass(nodes, 'tl-gap').length).toBeGreaterThan(0);
  });

  it('puts bars that count less into those that count more, on either scale', () => {
    for (const scale of ['linear', 'log'] as const) {
      const drawn = drawTimeline(data, { ...options, scale }).nodes;
      const heights = ['tl-scanned', 'tl-read', 'tl-transcribed', 'tl-reviewed'].map((name) =>
        Number(withClass(drawn, name)[0]?.attributes['height']),
      );
      expect(heights).toEqual(heights.toSorted((a, b) => b - a));
      expect(heights.at(-1)).toBeGreaterThan(0);
    }
  });

  it('leaves out what lies beyond the years shown', () => {
    const early = drawTimeline(data, { ...options, firstYear: 1905, lastYear: 1911 });
    expect(early.spots.map(({ key }) => key)).toEqual([
      'stage:id-1',
      'stage:id-1.1',
      'vague:1911-01-14/1912-01-13',
    ]);
  });

  it('keeps every spot within the picture', () => {
    for (const years of [
      [1905, 1920],
      [1917, 1917],
      [1917, 1918],
    ] as const) {
      const drawn = drawTimeline(data, { ...options, firstYear: years[0], lastYear: years[1] });
      for (const { left, right } of drawn.spots) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(drawn.width);
        expect(right).toBeGreaterThan(left);
      }
    }
  });

  it('says days in the old style where that is wished, and names stages in the language', () => {
    const julian = drawTimeline(data, { ...options, language: 'ru', style: 'julian' }).nodes;
    expect(labelOf(julian, 'stage:id-2')).toBe(
      'Авторы, 2. Этап 2: 1 (14) июля 1917 г. – 31 декабря 1917 г. (13 января 1918 г.)',
    );
  });
});

describe('the picture as a file', () => {
  const picture = drawTimeline(data, options);
  const words = { title: 'T <1> & 2', description: 'd', note: ['Source: here'], language: 'en' };

  it('is complete in itself: title, description, source, no class, no script, no reference', () => {
    const svg = toSvgFile(picture, words);
    expect(svg).toMatch(/^<\?xml [^>]*\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('<title id="title">T &lt;1&gt; &amp; 2</title>');
    expect(svg).toContain('Source: here');
    expect(svg).not.toMatch(/ class=| data-item=|<script|<style|href=|tabindex/);
    expect(svg).toContain('The stage 1 &amp; its name');
  });

  it('knows the colour of every class that the picture uses', () => {
    const classes = new Set(
      all(picture.nodes).flatMap((node) =>
        String(node.attributes['class'] ?? '')
          .split(' ')
          .filter(Boolean),
      ),
    );
    expect([...classes].filter((name) => !isPainted(name))).toEqual([]);
  });
});
