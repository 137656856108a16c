/** `npm run bench [-- NAME …]`: measures, and prints a table with the targets. */
import { benchDesk } from './desk/desk.ts';
import { benchFirstPage } from './first-page.ts';
import { benchGazetteer } from './gazetteer.ts';
import { benchKills } from './kills/kills.ts';
import { benchLayout } from './layout.ts';
import { benchLookUp } from './look-up.ts';
import { benchOcr } from './ocr.ts';
import { type Row, formatRows } from './row.ts';
import { benchReread } from './reread.ts';
import { benchSearch } from './search.ts';
import { benchSize } from './size.ts';
import { benchTiles } from './tiles.ts';
import { benchTimeline } from './timeline.ts';

const BENCHES: Record<string, () => Promise<Row[]>> = {
  size: benchSize,
  start: benchFirstPage,
  timeline: benchTimeline,
  ocr: benchOcr,
  tiles: benchTiles,
  layout: benchLayout,
  'look-up': benchLookUp,
  gazetteer: benchGazetteer,
  desk: benchDesk,
  reread: benchReread,
  kills: benchKills,
  search: benchSearch,
};

/** Takes a quarter of an hour: only when it is asked for. */
const LONG = new Set(['kills']);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 ? !asked.includes(name) : LONG.has(name)) continue;
  console.log(`\n${name}`);
  console.log(formatRows(await bench()));
}
// Chromium, workerd and the like are ended by now; what still ticks is only wrangler's own.
process.exit(0);
