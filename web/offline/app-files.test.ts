import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildWeb } from '../build.ts';
import { filesToKeep, type Manifest } from './app-files.ts';

test('a view is kept with all that it loads, others and the models that read are not', async () => {
  await buildWeb({ quiet: true });
  const manifest = JSON.parse(
    await readFile(new URL('../dist/manifest.json', import.meta.url), 'utf8'),
  ) as Manifest;
  const files = filesToKeep(manifest);
  const has = (name: string) => [...files].some((file) => new RegExp(`/${name}-[\\w-]{8}\\.js$`).test(file));
  for (const name of [
    'main',
    'page-view',
    'scan-panel',
    'notices',
    'other-windows',
    'merge-view',
    'work-view',
  ])
    expect([name, has(name)]).toEqual([name, true]);
  for (const name of ['timeline-view', 'search-view', 'admin-view'])
    expect([name, has(name)]).toEqual([name, false]);
  expect([...files].filter((file) => !file.startsWith('assets/'))).toEqual([]);
});

test('the words for what goes wrong are kept, which the entry loads beside the views', () => {
  const manifest: Manifest = {
    'index.html': {
      file: 'a.js',
      dynamicImports: ['_words.js', 'features/far/far-view.tsx'],
      css: ['a.css'],
    },
    '_words.js': { file: 'words.js' },
    'features/far/far-view.tsx': { file: 'far.js' },
    'features/work/work-view.tsx': { file: 'work.js', imports: ['index.html', '_part.js'] },
    '_part.js': { file: 'part.js', dynamicImports: ['later.ts'] },
    'later.ts': { file: 'later.js' },
  };
  expect([...filesToKeep(manifest)].toSorted()).toEqual(
    ['a.css', 'a.js', 'later.js', 'part.js', 'words.js', 'work.js'].toSorted(),
  );
});
