/** Publications, issues, pages and texts, made as clients make them. */
import { uuidv7 } from 'uuidv7';
import { connect } from '../db/client.ts';
import { pages } from '../db/schema.ts';
import type { Entity } from '../shapes/entities.ts';
import type { Issue } from '../shapes/issues.ts';
import type { Page } from '../shapes/pages.ts';
import type { Publication } from '../shapes/publications.ts';
import type { Scheme } from '../shapes/schemes.ts';
import type { Revision, Transcription } from '../shapes/transcriptions.ts';
import { type Answer, type Sent, call, env, expectStatus } from './api.ts';
import { makeUniquePng } from './images.ts';

type Who = { key: string };

export async function makePublication(as: Who, fields: Record<string, unknown> = {}): Promise<Publication> {
  const json = { title: { ru: 'Киргизская газета' }, languages: ['ru'], ...fields };
  return (await expectStatus<Publication>(201, 'POST', '/publications', { as, json })).body;
}

export async function makeIssue(as: Who, fields: Record<string, unknown> = {}): Promise<Issue> {
  const publication = fields['publication'] ?? (await makePublication(as)).id;
  const json = {
    number: '1',
    date: { calendar: 'julian', edtf: '1915-03-01' },
    language: 'ru-petr1708',
    ...fields,
    publication,
  };
  return (await expectStatus<Issue>(201, 'POST', '/issues', { as, json })).body;
}

export async function makeEntity(as: Who, fields: Record<string, unknown> = {}): Promise<Entity> {
  const nameForms = [{ text: 'Ахмет Байтұрсынұлы', language: 'kk-Cyrl', kind: 'preferred' }];
  const json = { kind: 'person', nameForms, ...fields };
  return (await expectStatus<Entity>(201, 'POST', '/entities', { as, json })).body;
}

export async function makeScheme(
  as: Who,
  stages: Record<string, unknown>[] = [stageOf('1', '1905', '1917')],
): Promise<Scheme> {
  const json = { title: { en: 'Periods' }, attribution: 'Somebody', stages };
  return (await expectStatus<Scheme>(201, 'POST', '/schemes', { as, json })).body;
}

export function stageOf(
  key: string,
  from: string | null,
  to: string | null,
  more: Record<string, unknown> = {},
) {
  return { key, label: { en: `Stage ${key}` }, calendar: 'gregorian', from, to, ...more };
}

/** A page without a scan in the store, waiting for its text: enough for everything but scans and reading. */
export async function makePage(
  issueId: string,
  fields: Partial<typeof pages.$inferInsert> = {},
): Promise<string> {
  const id = uuidv7();
  const now = Date.now();
  await connect(env)
    .insert(pages)
    .values({
      id,
      issueId,
      sequence: fields.sequence ?? Math.floor(Math.random() * 1e9),
      scanSha256: '0'.repeat(64),
      scanBytes: 1000,
      scanType: 'image/png',
      width: 1000,
      height: 2000,
      status: 'failed',
      createdAt: now,
      updatedAt: now,
      ...fields,
    });
  return id;
}

/** An upload as browsers send it. */
export function formOf(file: Uint8Array<ArrayBuffer>, label?: string, name = 'scan.png'): FormData {
  const form = new FormData();
  form.append('file', new File([file], name));
  if (label !== undefined) form.append('label', label);
  return form;
}

export function uploadScan(
  as: Who,
  issueId: string,
  file: Uint8Array<ArrayBuffer>,
  sent: Sent = {},
): Promise<Answer<Page>> {
  return call<Page>('POST', `/issues/${issueId}/pages`, { as, body: formOf(file), ...sent });
}

export async function makeScannedPage(as: Who, issueId: string): Promise<Page> {
  const answer = await uploadScan(as, issueId, await makeUniquePng());
  if (answer.status !== 201) throw new Error(`the upload was answered ${answer.status}`);
  return answer.body;
}

export type SentLine = { id?: string; text: string; box?: number[] | null };

/** Lines of a save: strings are new lines. */
export function linesOf(...texts: (string | SentLine)[]): SentLine[] {
  return texts.map((text) => (typeof text === 'string' ? { text } : text));
}

export function readText(pageId: string): Promise<Answer<Transcription>> {
  return expectStatus<Transcription>(200, 'GET', `/pages/${pageId}/transcription`);
}

/** Saves on top of what is there. */
export async function putText(
  as: Who,
  pageId: string,
  lines: SentLine[],
  more: Record<string, unknown> = {},
): Promise<Revision> {
  const { headers } = await readText(pageId);
  const ifMatch = { 'if-match': headers.get('etag') ?? '' };
  const sent = { as, json: { lines, ...more }, headers: ifMatch };
  return (await expectStatus<Revision>(201, 'PUT', `/pages/${pageId}/transcription`, sent)).body;
}

/** A text that was handed in by one person and accepted by another. */
export async function acceptText(
  author: Who,
  reviewer: Who,
  pageId: string,
  lines: SentLine[],
): Promise<Revision> {
  const { id } = await putText(author, pageId, lines, { submit: true });
  const sent = { as: reviewer, json: { decision: 'accept' } };
  return (await expectStatus<Revision>(200, 'POST', `/revisions/${id}/review`, sent)).body;
}
