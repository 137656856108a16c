import { type Core, startCore } from './core.ts';
import { OcrError, undecodable } from './errors.ts';
import type { Grey } from './decode/rows.ts';

/** A model ready to be loaded: its name in Tesseract, and the bytes of its .traineddata file. */
export interface LoadedModel {
  name: string;
  data: Uint8Array;
}

const LSTM_ONLY = 1;
/** tesseract.js-core's kinds of pictures: 0 as it is, 1 grey, 2 black and white. */
const GREY = 1;

/** Tesseract's own values of what some readings set otherwise. Lines read less surely than this are also read as white on black. */
const USUAL = { invert_threshold: '0.7' };

/** One Tesseract in WebAssembly with its models. After an OcrError `out-of-memory` or a trap it is broken. */
export class Engine {
  readonly #core: Core;
  #api: InstanceType<Core['module']['TessBaseAPI']>;
  models = '';

  private constructor(core: Core) {
    this.#core = core;
    this.#api = new core.module.TessBaseAPI();
  }

  static async start(): Promise<Engine> {
    return new Engine(await startCore());
  }

  get version(): string {
    return this.#api.Version();
  }

  /** How much memory Tesseract has taken; it never gives any back, so this is the peak. */
  get wasmBytes(): number {
    return this.#core.memory.buffer.byteLength;
  }

  /** Replaces the models. The same WebAssembly memory is used on, because a second one would not fit. */
  loadModels(models: LoadedModel[]): void {
    const { FS, TessBaseAPI, destroy } = this.#core.module;
    const names = models.map((model) => model.name).join('+');
    if (this.models !== '') {
      this.#api.End();
      destroy(this.#api);
      this.#api = new TessBaseAPI();
      this.models = '';
    }
    for (const model of models) FS.writeFile(`${model.name}.traineddata`, model.data, { canOwn: true });
    const failed = this.#guard(() => this.#api.Init(null, names, LSTM_ONLY)) !== 0;
    // Tesseract has its own copy by now.
    for (const model of models) FS.unlink(`${model.name}.traineddata`);
    if (failed)
      throw new OcrError('engine-failed', `The models ${names} could not be started: ${this.#log()}`);
    this.models = names;
  }

  /** Decodes a picture of a kind that only leptonica knows. The answer is a grey PNG, upright by its orientation. */
  decode(bytes: Uint8Array, orientation: number): Uint8Array {
    const { FS } = this.#core.module;
    FS.writeFile('/input', bytes, { canOwn: true });
    try {
      return this.#guard(() => {
        if (this.#api.SetImageFile(orientation, 0) === 1) throw undecodable('its data is damaged');
        this.#api.WriteImage(GREY, '/grey.png');
        return FS.readFile('/grey.png');
      });
    } finally {
      this.#api.Clear();
      FS.unlink('/input');
      FS.unlink('/grey.png');
    }
  }

  setGrey(grey: Grey, dpi: number): void {
    const { _malloc, _free } = this.#core.module;
    this.#guard(() => {
      const pointer = _malloc(grey.data.length);
      if (pointer === 0) throw outOfMemory();
      new Uint8Array(this.#core.memory.buffer).set(grey.data, pointer);
      this.#api.SetImage(pointer, grey.width, grey.height, 1, grey.width, 1, 0);
      _free(pointer); // Tesseract has copied it.
    });
    this.#api.SetSourceResolution(dpi);
  }

  /** Reads the picture that was set, and forgets it. The answer is Tesseract's TSV. */
  recognise(variables: Record<string, string>): string {
    // Variables stay set, so that those of an earlier reading are taken back.
    for (const [name, value] of Object.entries({ ...USUAL, ...variables }))
      this.#api.SetVariable(name, value);
    const tsv = this.#guard(() => {
      if (this.#api.Recognize(null) !== 0)
        throw new OcrError('engine-failed', `Reading failed: ${this.#log()}`);
      return this.#api.GetTSVText(0);
    });
    this.#api.Clear();
    return tsv;
  }

  /** When the lid is hit Tesseract answers "no text" as if all were well: that must never pass. */
  #guard<T>(run: () => T): T {
    this.#core.state.lidHit = false;
    this.#core.state.log.length = 0;
    let result: T;
    try {
      result = run();
    } catch (error) {
      if (this.#core.state.lidHit) throw outOfMemory();
      throw error;
    }
    if (this.#core.state.lidHit) throw outOfMemory();
    return result;
  }

  #log(): string {
    return this.#core.state.log.join(' | ');
  }
}

function outOfMemory(): OcrError {
  return new OcrError(
    'out-of-memory',
    'Reading this page takes more memory than there is. Save it as a grey JPEG with 300 dpi, or cut it in parts; it can also be transcribed by hand as it is.',
  );
}
