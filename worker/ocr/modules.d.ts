declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  const createCore: (options: object) => Promise<unknown>;
  export default createCore;
}
