import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Where Debian's packages put stock models. */
const DEBIAN_MODELS = '/usr/share/tesseract-ocr/5/tessdata';

/** Whether native Tesseract is installed. */
export function hasNativeTesseract(): boolean {
  return !spawnSync('tesseract', ['--version']).error;
}

/** The file of a stock model that Debian's package has installed, if it has. */
export function debianModel(name: string): string | undefined {
  return [`${name}.traineddata`, `script/${name}.traineddata`]
    .map((file) => join(DEBIAN_MODELS, file))
    .find((path) => existsSync(path));
}

/**
 * Reads pictures with native Tesseract, one process for all, one thread.
 * @param model a `.traineddata` file, or a gzipped one
 * @returns the text of each picture, in their order
 * @throws Error when Tesseract fails or leaves a picture out
 */
export function readNatively(pictures: readonly string[], model: string, psm: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'qalam-native-'));
  try {
    const file = join(folder, 'model.traineddata');
    if (model.endsWith('.gz')) writeFileSync(file, gunzipSync(readFileSync(model)));
    else copyFileSync(model, file);
    writeFileSync(join(folder, 'pictures.txt'), `${pictures.join('\n')}\n`);
    const settings = [
      '--tessdata-dir',
      folder,
      '-l',
      'model',
      '--oem',
      '1',
      '--psm',
      String(psm),
      '--dpi',
      '300',
    ];
    const output = execFileSync('tesseract', [join(folder, 'pictures.txt'), '-', ...settings], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    // A form feed stands between two pictures, and in some versions after the last.
    const texts = output.split('\f');
    if (texts.length === pictures.length + 1 && texts.at(-1)?.trim() === '') texts.pop();
    if (texts.length !== pictures.length)
      throw new Error(`Tesseract read ${texts.length} of ${pictures.length} pictures.`);
    return texts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
