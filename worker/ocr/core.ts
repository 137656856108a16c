import createCore from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import wasm from 'tesseract.js-core/tesseract-core-simd-lstm.wasm';

/**
 * The lid on Tesseract's memory. The isolate has 128 MB for everything; this leaves 40 MB for the scan, the
 * tiles, the results and the JavaScript heap. Local workerd does not enforce the isolate's limit, the lid holds
 * everywhere.
 */
export const MEMORY_LID = 88 * 2 ** 20;

/** Tesseract's C++ API as tesseract.js-core shows it; only what is used here. */
export interface TessBaseApi {
  Init(dataPath: null, languages: string, engineMode: number): number;
  Version(): string;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(exifOrientation: number, angle: number): number;
  SetImage(
    data: number,
    width: number,
    height: number,
    bytesPerPixel: number,
    bytesPerLine: number,
    exif: number,
    angle: number,
  ): void;
  SetSourceResolution(dpi: number): void;
  WriteImage(kind: number, path: string): void;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
  End(): void;
}

export interface CoreModule {
  FS: {
    readFile(path: string): Uint8Array;
    writeFile(path: string, data: Uint8Array, options?: { canOwn: boolean }): void;
    unlink(path: string): void;
  };
  TessBaseAPI: new () => TessBaseApi;
  destroy: (object: object) => void;
  _malloc: (size: number) => number;
  _free: (pointer: number) => void;
}

/** A running core with its memory, and whether it has asked for more than the lid allows. */
export interface Core {
  module: CoreModule;
  memory: WebAssembly.Memory;
  state: { lidHit: boolean; log: string[] };
}

const LOG_LINES = 50;

/** Starts tesseract.js-core (SIMD, LSTM only) inside workerd. */
export async function startCore(lid = MEMORY_LID): Promise<Core> {
  const state: Core['state'] = { lidHit: false, log: [] };
  let memory: WebAssembly.Memory | undefined;
  const note = (line: string): void => {
    if (state.log.length < LOG_LINES) state.log.push(line);
  };
  const starting = withoutPlatform(() =>
    createCore({
      print: note,
      printErr: note,
      // The core calls this while it recognises; it must exist.
      TesseractProgress() {},
      instantiateWasm(
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) {
        const instance = new WebAssembly.Instance(wasm, imports);
        memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
        if (memory) limitGrowth(memory, lid, state);
        done(instance, wasm);
        return instance.exports;
      },
    }),
  );
  const module = (await starting) as CoreModule;
  if (!memory) throw new Error('tesseract.js-core has no memory');
  return { module, memory, state };
}

/** Emscripten catches the error thrown here, and the C++ side sees that there is no more memory. */
function limitGrowth(memory: WebAssembly.Memory, lid: number, state: Core['state']): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages: number) => {
    if (memory.buffer.byteLength + pages * 65536 > lid) {
      state.lidHit = true;
      throw new RangeError('the lid on OCR memory is reached');
    }
    return grow(pages);
  };
}

/**
 * The core's Emscripten glue asks at its start whether it runs in Node or in a web worker. In workerd both
 * seem true and neither is: `process.versions.node` exists, but no `__dirname`; `WorkerGlobalScope` exists, but
 * no `self.location`. The two names are hidden for the moment of the (synchronous) question, and only for it,
 * so that nothing else in the Worker has to be configured or replaced.
 */
function withoutPlatform<T>(run: () => T): T {
  const names = ['process', 'WorkerGlobalScope'];
  const hidden = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: undefined, configurable: true, writable: true });
  try {
    return run();
  } finally {
    names.forEach((name, index) => {
      const descriptor = hidden[index];
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    });
  }
}
