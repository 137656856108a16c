/** Chromium killed at random moments of typing: how much of what was typed is lost. `QALAM_KILLS` says how often. */
import { volunteerCookies } from '../desk/open-window.ts';
import { LINES, startWithLargePage } from '../desk/large-page.ts';
import { quantile, type Row } from '../row.ts';
import { killWhileTyping } from './kill-rounds.ts';
import { MAY_BE_LOST_MS } from './keys.ts';

const KILLS = 200;

export async function benchKills(): Promise<Row[]> {
  const kills = Number(process.env['QALAM_KILLS'] ?? KILLS);
  const page = await startWithLargePage();
  try {
    const verdicts = await killWhileTyping({
      address: page.address,
      cookies: await volunteerCookies(page.service),
      lines: LINES,
      kills,
      random: Math.random,
      onKill: ({ kept, lost }, kill) => {
        if (lost > MAY_BE_LOST_MS || kill % 20 === 0)
          console.log(`  kill ${kill} of ${kills}: ${kept} keys kept, the last ${Math.round(lost)} ms lost`);
      },
    });
    const lost = verdicts.map((verdict) => verdict.lost);
    const name = `Page of ${LINES} lines, browser killed ${kills} times while typing`;
    return [
      {
        name: `${name}: times that something older than ${MAY_BE_LOST_MS} ms was lost`,
        value: lost.filter((each) => each > MAY_BE_LOST_MS).length,
        unit: 'kills',
        target: 0,
      },
      {
        name: `${name}: oldest key that was lost`,
        value: Math.max(...lost),
        unit: 'ms',
        target: MAY_BE_LOST_MS,
      },
      { name: `${name}: oldest key that was lost, median`, value: quantile(lost, 0.5), unit: 'ms' },
    ];
  } finally {
    await page.stop();
  }
}
