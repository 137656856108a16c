import { OcrError, undecodable } from '../errors.ts';
import { ByteWindow, type PageSource } from '../source.ts';
import { BitReader, buildHuffmanTable, type HuffmanTable } from './huffman.ts';
import { inverseTransform } from './idct.ts';
import type { Band, Rows } from './rows.ts';

// Rows of a baseline JPEG (ITU-T T.81), grey only: the chroma is entropy-decoded, because the codes cannot
// be stepped over, and thrown away. A row of blocks at a time, so memory does not grow with the page.

const NATURAL_ORDER = new Uint8Array([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
]);

interface Component {
  id: number;
  across: number;
  down: number;
  quantisation: number;
  dc: number;
  ac: number;
  predictor: number;
}

interface Tables {
  quantisation: Int32Array[];
  dc: HuffmanTable[];
  ac: HuffmanTable[];
}

interface Frame {
  width: number;
  height: number;
  components: Component[];
  /** the components of the first scan, in their order */
  scan: Component[];
  tables: Tables;
  restartInterval: number;
  /** the component that is shown: luma, or green when the picture is stored as RGB */
  shown: Component;
}

/** The rows of a baseline JPEG with one or three components. */
export function jpegRows(source: PageSource, width: number, height: number): Rows {
  return { width, height, bands: () => jpegBands(source, width, height) };
}

async function* jpegBands(source: PageSource, width: number, height: number): AsyncGenerator<Band> {
  const window = await ByteWindow.open(source);
  try {
    const frame = await readFrame(window);
    if (frame.width !== width || frame.height !== height)
      throw undecodable('its sizes contradict each other');
    yield* decodeScan(window, frame);
  } finally {
    await window.close();
  }
}

async function readFrame(window: ByteWindow): Promise<Frame> {
  const tables: Tables = { quantisation: [], dc: [], ac: [] };
  const frame: Partial<Frame> & { components: Component[] } = { components: [] };
  let restartInterval = 0;
  let adobeTransform = -1;
  await window.skip(2);
  for (;;) {
    await window.need(4);
    if (window.bytes[window.position] !== 0xff || window.bytes[window.position + 1] === 0xff) {
      window.position++;
      continue;
    }
    const marker = window.bytes[window.position + 1] as number;
    const length =
      ((window.bytes[window.position + 2] as number) << 8) | (window.bytes[window.position + 3] as number);
    await window.need(length + 2);
    const body = window.bytes.subarray(window.position + 4, window.position + 2 + length);
    window.position += length + 2;
    if (marker === 0xdb) readQuantisation(body, tables);
    else if (marker === 0xc4) readHuffman(body, tables);
    else if (marker === 0xc0 || marker === 0xc1) Object.assign(frame, readSizes(body));
    else if (marker === 0xdd) restartInterval = ((body[0] ?? 0) << 8) | (body[1] ?? 0);
    else if (marker === 0xee && body[0] === 0x41) adobeTransform = body[11] ?? -1;
    else if (marker === 0xda) {
      const { components, width = 0, height = 0 } = frame;
      const scan = readScan(body, components);
      const shown = components[isRgb(components, adobeTransform) ? 1 : 0];
      if (!shown || !scan.includes(shown)) throw notStreamable('its colours are stored apart');
      return { width, height, components, scan, tables, restartInterval, shown };
    }
  }
}

function isRgb(components: Component[], adobeTransform: number): boolean {
  if (components.length !== 3) return false;
  return adobeTransform === 0 || components.map((component) => component.id).join() === '82,71,66';
}

function notStreamable(why: string): OcrError {
  return new OcrError(
    'too-large-for-format',
    `This page is too large to be read as it is stored (${why}). Save it as an ordinary (baseline) grey JPEG or as a PNG, and upload it as a new page.`,
  );
}

function readQuantisation(body: Uint8Array, tables: Tables): void {
  let at = 0;
  while (at < body.length) {
    const kind = body[at++] as number;
    const wide = kind >> 4 !== 0;
    const table = new Int32Array(64);
    if (at + (wide ? 128 : 64) > body.length) throw undecodable('a quantisation table is damaged');
    for (let k = 0; k < 64; k++) {
      const value = wide ? ((body[at] as number) << 8) | (body[at + 1] as number) : (body[at] as number);
      table[NATURAL_ORDER[k] as number] = value;
      at += wide ? 2 : 1;
    }
    tables.quantisation[kind & 15] = table;
  }
}

function readHuffman(body: Uint8Array, tables: Tables): void {
  let at = 0;
  while (at + 17 <= body.length) {
    const kind = body[at] as number;
    const counts = body.slice(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (at + 17 + total > body.length) throw undecodable('a Huffman table is damaged');
    const table = buildHuffmanTable(counts, body.slice(at + 17, at + 17 + total));
    (kind >> 4 === 0 ? tables.dc : tables.ac)[kind & 15] = table;
    at += 17 + total;
  }
}

function readSizes(body: Uint8Array): Pick<Frame, 'width' | 'height' | 'components'> {
  const count = body[5] ?? 0;
  if (body.length < 6 + 3 * count) throw undecodable('its header is damaged');
  const components: Component[] = [];
  for (let k = 0; k < count; k++) {
    const [id = 0, sampling = 0, quantisation = 0] = body.subarray(6 + 3 * k, 9 + 3 * k);
    const component = {
      id,
      across: sampling >> 4,
      down: sampling & 15,
      quantisation,
      dc: 0,
      ac: 0,
      predictor: 0,
    };
    if (component.across < 1 || component.across > 4 || component.down < 1 || component.down > 4)
      throw undecodable('its header is damaged');
    components.push(component);
  }
  const height = ((body[1] as number) << 8) | (body[2] as number);
  const width = ((body[3] as number) << 8) | (body[4] as number);
  return { width, height, components };
}

function readScan(body: Uint8Array, components: Component[]): Component[] {
  const count = body[0] ?? 0;
  const scan: Component[] = [];
  for (let k = 0; k < count; k++) {
    const component = components.find((candidate) => candidate.id === body[1 + 2 * k]);
    const selectors = body[2 + 2 * k];
    if (!component || selectors === undefined) throw undecodable('its header is damaged');
    component.dc = selectors >> 4;
    component.ac = selectors & 15;
    scan.push(component);
  }
  return scan;
}

async function* decodeScan(window: ByteWindow, frame: Frame): AsyncGenerator<Band> {
  const { shown, scan, width, height } = frame;
  if (scan.length === 1) {
    // A scan of one component is stored block by block, whatever its sampling (T.81 A.2.2).
    shown.across = 1;
    shown.down = 1;
  }
  const across = Math.max(...scan.map((component) => component.across));
  const down = Math.max(...scan.map((component) => component.down));
  if (shown.across !== across || shown.down !== down)
    throw notStreamable('its brightness is stored coarsely');
  const unitsAcross = Math.ceil(width / (8 * across));
  const unitsDown = Math.ceil(height / (8 * down));
  const stride = unitsAcross * across * 8;
  const bandHeight = 8 * down;
  const data = new Uint8Array(stride * bandHeight);
  const blocks = scan.reduce((sum, component) => sum + component.across * component.down, 0);
  // 64 coefficients of at most 16 + 11 bits, doubled for byte stuffing, and a restart marker per unit.
  const rowBytes = unitsAcross * (blocks * 64 * 7 + 16);
  const bits = new BitReader();
  const unit = createUnitDecoder(frame, bits, data, stride, across);
  let untilRestart = frame.restartInterval || Infinity;

  for (let unitY = 0; unitY < unitsDown; unitY++) {
    await window.load(rowBytes);
    bits.bytes = window.bytes;
    bits.position = window.position;
    bits.end = window.end;
    for (let unitX = 0; unitX < unitsAcross; unitX++) {
      if (untilRestart === 0) {
        stepToRestart(bits);
        for (const component of scan) component.predictor = 0;
        untilRestart = frame.restartInterval;
      }
      untilRestart--;
      unit(unitX);
    }
    window.position = bits.position;
    // A few padding bytes are read ahead at the very end; more means that the data stopped too soon.
    if (bits.beyond > 8) throw undecodable('the file ends early');
    yield { y: unitY * bandHeight, height: Math.min(bandHeight, height - unitY * bandHeight), stride, data };
  }
}

function createUnitDecoder(
  frame: Frame,
  bits: BitReader,
  data: Uint8Array,
  stride: number,
  across: number,
): (unitX: number) => void {
  const block = new Int32Array(64);
  const plans = frame.scan.map((component) => {
    const dc = frame.tables.dc[component.dc];
    const ac = frame.tables.ac[component.ac];
    const quantisation = frame.tables.quantisation[component.quantisation];
    if (!dc || !ac || !quantisation) throw undecodable('a table is missing');
    return { component, dc, ac, quantisation };
  });
  return (unitX) => {
    for (const { component, dc, ac, quantisation } of plans) {
      const isShown = component === frame.shown;
      for (let row = 0; row < component.down; row++) {
        for (let column = 0; column < component.across; column++) {
          component.predictor += bits.signed(bits.symbol(dc) & 15);
          const flat = readCoefficients(bits, ac, isShown ? block : null, quantisation);
          if (!isShown) continue;
          block[0] = component.predictor * (quantisation[0] as number);
          inverseTransform(block, flat, data, row * 8 * stride + (unitX * across + column) * 8, stride);
        }
      }
    }
  };
}

/** Reads the 63 coefficients after the first; says whether all are zero. `block` null: they are not wanted. */
function readCoefficients(
  bits: BitReader,
  table: HuffmanTable,
  block: Int32Array | null,
  quantisation: Int32Array,
): boolean {
  block?.fill(0);
  let flat = true;
  for (let k = 1; k < 64; k++) {
    const symbol = bits.symbol(table);
    const size = symbol & 15;
    const zeros = symbol >> 4;
    if (size === 0) {
      if (zeros < 15) break;
      k += 15;
      continue;
    }
    k += zeros;
    if (k > 63) throw undecodable('a block of the picture is damaged');
    const value = bits.signed(size);
    if (!block) continue;
    const place = NATURAL_ORDER[k] as number;
    block[place] = value * (quantisation[place] as number);
    flat = false;
  }
  return flat;
}

function stepToRestart(bits: BitReader): void {
  for (let at = bits.position; at + 1 < bits.end; at++) {
    if (bits.bytes[at] !== 0xff) continue;
    const marker = bits.bytes[at + 1] as number;
    if (marker === 0xd9) break;
    if (marker < 0xd0 || marker > 0xd7) continue;
    bits.position = at + 2;
    bits.restart();
    return;
  }
  throw undecodable('the file ends early');
}
