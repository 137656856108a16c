import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import { writeLocalConfig } from './local-config.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

test.each([
  ['all tiles that wait are one batch', false, 100],
  ['tiles that are read one by one are batches of one', true, 1],
])('on one machine %s, and all else is as it is deployed', (_, oneByOne, tiles) => {
  const folder = mkdtempSync(join(tmpdir(), 'qalam-config-'));
  try {
    const local = unstable_readConfig({ config: writeLocalConfig(ROOT, folder, oneByOne) });
    const deployed = unstable_readConfig({ config: join(ROOT, 'wrangler.toml') });
    const consumersAsDeployed: { queue: string }[] = deployed.queues.consumers ?? [];
    expect(local.queues.consumers).toEqual(
      consumersAsDeployed.map((consumer) =>
        consumer.queue === 'qalam-tiles' ? { ...consumer, max_batch_size: tiles } : consumer,
      ),
    );
    expect(local.main).toBe(deployed.main);
    expect(local.main && existsSync(local.main)).toBe(true);
    for (const part of ['assets', 'r2_buckets', 'ratelimits', 'triggers', 'vars'] as const)
      expect(local[part]).toEqual(
        part === 'assets'
          ? { ...deployed.assets, directory: join(ROOT, deployed.assets?.directory ?? '') }
          : deployed[part],
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
