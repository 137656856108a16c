/** The main job, step by step, as three people would do it: a volunteer, a reviewer, a researcher. */
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Entity, EntitySummary } from '../../shapes/entities.ts';
import type { Issue } from '../../shapes/issues.ts';
import type { Job, Page } from '../../shapes/pages.ts';
import type { Publication } from '../../shapes/publications.ts';
import type { SearchAnswer } from '../../shapes/search.ts';
import type { Tag } from '../../shapes/tags.ts';
import type { Revision, Transcription } from '../../shapes/transcriptions.ts';
import { fixturePath } from '../start/load-fixtures.ts';
import type { Call } from './client.ts';

const SCAN = 'samples/rizhskoe-utro/1915-1-war-5.jpg';
const TRUTH = 'samples/rizhskoe-utro/1915-1-war-5.gt.txt';
const WORD = 'положенія';
const DEMONSTRATION = 'Demonstration';
const PLACE = 'Брестъ';
const LOOK_EVERY_MS = 500;

export interface People {
  volunteer: Call;
  reviewer: Call;
}

export interface Step {
  step: string;
  result: string;
  seconds: number;
}

/** Does everything and tells each step as it is done. */
export async function doMainJob(
  { volunteer, reviewer }: People,
  tell: (step: Step) => void,
  progress: (text: string) => void,
) {
  const timed = async <T>(step: string, work: () => Promise<[T, string]>): Promise<T> => {
    progress(`${step} …`);
    const started = performance.now();
    const [value, result] = await work();
    tell({ step, result, seconds: (performance.now() - started) / 1000 });
    return value;
  };

  const issue = await timed('prepare an issue', async () => {
    const known = await reviewer<{ items: Publication[] }>('GET', '/publications?limit=200');
    const publication =
      known.body.items.find(({ title }) => title['en'] === DEMONSTRATION) ??
      (
        await reviewer<Publication>('POST', '/publications', {
          json: { title: { en: DEMONSTRATION, ru: 'Показ', kk: 'Көрсетілім' }, languages: ['ru-petr1708'] },
        })
      ).body;
    const { body } = await reviewer<Issue>('POST', '/issues', {
      json: {
        publication: publication.id,
        number: new Date().toISOString().slice(0, 19),
        date: { calendar: 'julian', edtf: '1915' },
        language: 'ru-petr1708',
      },
    });
    return [body, `issue ${body.number}`];
  });

  const page = await timed('upload a scan', async () => {
    const form = new FormData();
    form.append('file', new File([await readFile(fixturePath(SCAN))], 'scan.jpg'));
    form.append('label', '1');
    const { body } = await volunteer<Page>('POST', `/issues/${issue.id}/pages`, { form, expect: 201 });
    return [
      body,
      `${body.scan.width} × ${body.scan.height} pixels, sha256 ${body.scan.sha256.slice(0, 12)}…`,
    ];
  });

  await timed('read it (OCR)', async () => {
    const job = await followJob(volunteer, page.job?.id ?? '', progress);
    if (job.state === 'failed') throw new Error(job.error?.detail ?? 'reading failed');
    const { body } = await volunteer<Transcription>('GET', `/pages/${page.id}/transcription`);
    return [job, `${body.lines.length} lines; the first: ${body.lines[0]?.text ?? ''}`];
  });

  const submitted = await timed('correct and hand in', async () => {
    const read = await volunteer<Transcription>('GET', `/pages/${page.id}/transcription`);
    const truth = (await readFile(fixturePath(TRUTH), 'utf8')).trim().split('\n');
    // The transcription has the same lines as the scan; where the reading has others, they are written anew.
    const lines = truth.map((text, index) => {
      const was = truth.length === read.body.lines.length ? read.body.lines[index] : undefined;
      return was ? { id: was.id, text, box: was.box } : { text };
    });
    const changed = lines.filter((line, index) => line.text !== read.body.lines[index]?.text).length;
    const { body } = await volunteer<Revision>('PUT', `/pages/${page.id}/transcription`, {
      json: { lines, note: 'corrected against the scan', submit: true },
      headers: { 'if-match': read.headers.get('etag') ?? '' },
      expect: 201,
    });
    return [body, `revision ${body.number}, ${changed} of ${lines.length} lines changed`];
  });

  const tag = await timed('propose a tag', async () => {
    const line = submitted.lines.find(({ text }) => text.includes('Бресты')) ?? submitted.lines[0];
    if (!line) throw new Error('the page has no lines');
    const quote = line.text.includes('Бресты') ? 'Бресты' : (line.text.split(' ')[0] ?? '');
    const found = await volunteer<{ items: EntitySummary[] }>(
      'GET',
      `/entities?kind=place&q=${encodeURIComponent(PLACE)}`,
    );
    const place =
      found.body.items[0] ??
      (
        await reviewer<Entity>('POST', '/entities', {
          json: { kind: 'place', nameForms: [{ text: PLACE, language: 'ru-petr1708', kind: 'preferred' }] },
        })
      ).body;
    const start = line.text.indexOf(quote);
    const { body } = await volunteer<Tag>('POST', `/pages/${page.id}/tags`, {
      json: {
        target: { type: 'span', line: line.id, start, end: start + quote.length, quote },
        body: { entity: place.id },
      },
      expect: 201,
    });
    return [body, `“${quote}” → ${Object.values(body.bodyLabel)[0] ?? ''} (${body.state})`];
  });

  await timed('review: text and tag', async () => {
    // A program should know what it may not do: nobody reviews their own work.
    await volunteer('POST', `/revisions/${submitted.id}/review`, {
      json: { decision: 'accept' },
      expect: 403,
    });
    await reviewer('POST', `/revisions/${submitted.id}/review`, { json: { decision: 'accept' } });
    const { body } = await reviewer<Tag>('POST', `/tags/${tag.id}/review`, { json: { decision: 'approve' } });
    return [body, `revision accepted, tag ${body.state}`];
  });

  await timed('search', async () => {
    const { body } = await volunteer<SearchAnswer>(
      'GET',
      `/search?q=${encodeURIComponent(WORD)}&layer=reviewed`,
    );
    const hit = body.items.find((item) => item.page === page.id);
    if (!hit) throw new Error(`${WORD} was not found on the page`);
    return [hit, `${body.total} page(s); “${hit.snippet}” at ${JSON.stringify(hit.box)}, layer ${hit.layer}`];
  });
  return page;
}

async function followJob(call: Call, id: string, progress: (text: string) => void): Promise<Job> {
  for (;;) {
    const { body: job } = await call<Job>('GET', `/jobs/${id}`);
    if (job.state === 'done' || job.state === 'failed') return job;
    progress(`reading: ${Math.round(job.progress * 100)} % ${job.step ?? 'waiting'}`);
    await wait(LOOK_EVERY_MS);
  }
}
