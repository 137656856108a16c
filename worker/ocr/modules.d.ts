declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  const createCore: (options: object) => Promise<unknown>;
  export default createCore;
}

/** A file as a data URL; used by tests, which have no files in workerd. */
declare module '*?inline' {
  const dataUrl: string;
  export default dataUrl;
}

declare module '*?raw' {
  const text: string;
  export default text;
}
