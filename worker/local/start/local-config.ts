/** wrangler.toml as one machine needs it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { experimental_readRawConfig } from 'wrangler';

/**
 * Miniflare hands out a batch only when the one before is done, so a batch is all tiles that wait: of fewer, readers
 * would be idle at the end of each. The most that a queue allows. On Cloudflare one consumer runs beside the other,
 * and a batch is one tile.
 */
const TILES_IN_BATCH = 100;

/**
 * Writes the configuration of the local service, because how large a batch is Wrangler takes from a file only.
 * @param root the repository's, where wrangler.toml is @param folder where the file is put
 * @param oneByOne whether tiles are read one after the other
 * @returns the file's path
 */
export function writeLocalConfig(root: string, folder: string, oneByOne: boolean): string {
  const { rawConfig: config } = experimental_readRawConfig({ config: join(root, 'wrangler.toml') });
  const local = {
    ...config,
    main: join(root, config.main ?? ''),
    assets: { ...config.assets, directory: join(root, config.assets?.directory ?? '') },
    queues: {
      ...config.queues,
      consumers: config.queues?.consumers?.map((consumer: { queue: string }) =>
        consumer.queue === 'qalam-tiles' && !oneByOne
          ? { ...consumer, max_batch_size: TILES_IN_BATCH }
          : consumer,
      ),
    },
  };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'wrangler.json');
  writeFileSync(file, JSON.stringify(local, null, 2));
  return file;
}
