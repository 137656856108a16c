/** What is derived from a scan to be looked at: a picture for browsers that cannot show it, and a thumbnail. */
import type { Env } from '../env.ts';
import type { Database } from '../db/client.ts';
import { recordRenditions } from '../db/jobs.ts';
import { thumbnailKey, viewKey } from '../scans/keys.ts';
import { openRows } from './decode/open-rows.ts';
import { reduceRows, uprightRows } from './decode/rows.ts';
import { encodePng } from './encode-png.ts';
import type { Probe } from './probe.ts';
import type { PageSource } from './source.ts';
import { makeViewImage } from './view.ts';

/** Width of a thumbnail in pixels, about: the reduction is by whole numbers. */
const THUMBNAIL_WIDTH = 320;

interface RenditionPage {
  id: string;
  scanSha256: string;
  viewType: string | null;
  hasThumbnail: boolean;
}

/**
 * Makes and stores what is missing. A scan that cannot be decoded row by row has no thumbnail, and what
 * fails here does not keep the page from being read: the reader says what is wrong with the scan.
 */
export async function storeRenditions(
  env: Env,
  db: Database,
  page: RenditionPage,
  source: PageSource,
  probe: Probe,
) {
  const found: { viewType?: string; hasThumbnail?: boolean } = {};
  try {
    if (page.viewType === null) {
      const view = await makeViewImage(source, probe);
      if (view) {
        await env.SCANS.put(viewKey(page.scanSha256), view.bytes, {
          httpMetadata: { contentType: view.type },
        });
        found.viewType = view.type;
      }
    }
    if (!page.hasThumbnail && canReduce(probe)) {
      const thumbnail = await makeThumbnail(source, probe);
      await env.SCANS.put(thumbnailKey(page.scanSha256), thumbnail, {
        httpMetadata: { contentType: 'image/png' },
      });
      found.hasThumbnail = true;
    }
  } catch (error) {
    console.warn('no rendition of', page.scanSha256, error);
  }
  if (Object.keys(found).length > 0) await recordRenditions(db, page.id, found);
}

async function makeThumbnail(source: PageSource, probe: Probe): Promise<Uint8Array<ArrayBuffer>> {
  const rows = openRows(source, probe);
  const factor = Math.max(1, Math.floor(rows.width / THUMBNAIL_WIDTH));
  return encodePng(await uprightRows(reduceRows(rows, factor), probe.orientation), 8);
}

function canReduce(probe: Probe): boolean {
  if (probe.type === 'image/jpeg') return probe.readable && probe.progressive !== true;
  if (probe.type === 'image/png') return probe.readable && probe.interlaced !== true;
  return probe.type === 'image/tiff' && probe.readable;
}
