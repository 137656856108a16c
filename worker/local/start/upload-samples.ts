/** The sample scans go in through the front door: uploaded over HTTP, queued and read like any other. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { issues, pages, publications } from '../../db/schema.ts';
import { fixturePath, readManifest } from './load-fixtures.ts';

/** Uploads the scans that the sample issues lack; returns how many. */
export async function uploadSamples(
  url: string,
  key: string,
  db: Database,
  say: (text: string) => void,
): Promise<number> {
  const missing = await findMissing(db);
  for (const [index, { issueId, file, label, sha256 }] of missing.entries()) {
    say(`Uploading sample scan ${index + 1} of ${missing.length}: ${basename(file)}`);
    const form = new FormData();
    form.append('label', label);
    form.append('file', new File([await readFile(fixturePath(`samples/${file}`))], basename(file)));
    const response = await fetch(`${url}/api/v1/issues/${issueId}/pages`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': `sample-${sha256}` },
    });
    if (!response.ok) throw new Error(`${file} was not taken: ${response.status} ${await response.text()}`);
  }
  return missing.length;
}

async function findMissing(db: Database) {
  const manifest = readManifest();
  const missing: { issueId: string; file: string; label: string; sha256: string }[] = [];
  for (const issue of manifest.issues) {
    const [row] = await db
      .select({ id: issues.id })
      .from(issues)
      .innerJoin(publications, eq(publications.id, issues.publicationId))
      .where(and(eq(publications.slug, issue.publication), eq(issues.number, issue.number)));
    if (!row) continue;
    const present = await db
      .select({ sha256: pages.scanSha256 })
      .from(pages)
      .where(eq(pages.issueId, row.id));
    const known = new Set(present.map((page) => page.sha256));
    for (const { file, label, sha256 } of issue.pages) {
      if (!known.has(sha256)) missing.push({ issueId: row.id, file, label, sha256 });
    }
  }
  return missing;
}
