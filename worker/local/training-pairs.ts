/**
 * `npm run training-pairs -- --out DIR [--url ADDRESS] [--script Arab] [--language kk-Arab] [--orthography NAME]
 * [--publication ID]`: accepted lines as pictures with their texts, to train on.
 */
import { parseArgs } from 'node:util';
import { exportPairs } from './training-pairs/export.ts';

const USAGE =
  'Usage: npm run training-pairs -- --out DIR [--url http://127.0.0.1:8787] [--script Cyrl|Arab|Latn] [--language TAG] [--orthography NAME] [--publication ID]';

const text = { type: 'string' } as const;

function readArguments() {
  try {
    return parseArgs({
      options: { out: text, url: text, script: text, language: text, orthography: text, publication: text },
    }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return {};
  }
}

const { out, url = `http://127.0.0.1:${process.env['PORT'] ?? 8787}`, ...query } = readArguments();
if (out === undefined) {
  console.error(USAGE);
  process.exit(1);
}
try {
  const { written, there, failedPages } = await exportPairs({ url, out, query, say: console.log });
  console.log(`${written} lines written to ${out}, ${there} were there; ${failedPages} pages left out.`);
  process.exitCode = failedPages === 0 ? 0 : 2;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
