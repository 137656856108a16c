/** Which files of a build a person needs who works without a connection. */

/** A part of what Vite writes into manifest.json, as far as it is used; paths are below the root. */
interface Chunk {
  file: string;
  css?: string[];
  assets?: string[];
  /** Names of the chunks that are loaded with this one, and of those that it loads when they are used. */
  imports?: string[];
  dynamicImports?: string[];
}
export type Manifest = Record<string, Chunk>;

const ENTRY = 'index.html';
/** Where pages are worked on, where one's own work is found, where one begins, and the help. */
const VIEWS = [
  'features/page/page-view.tsx',
  'features/work/work-view.tsx',
  'features/home/home-view.tsx',
  'features/help/help-view.tsx',
];

/** The entry leads to every view; what it loads beside them are words. */
const isWanted = (from: string, next: string) => from !== ENTRY || !next.endsWith('-view.tsx');

/** Paths below the root, without a slash at the beginning. */
export function filesToKeep(manifest: Manifest): Set<string> {
  const files = new Set<string>();
  for (const { file, css = [], assets = [] } of chunksOf(manifest, [ENTRY, ...VIEWS], isWanted)) {
    // Megabytes that few need: the engine that reads in the browser is kept with its first use.
    for (const path of [file, ...css, ...assets]) if (!path.startsWith('reading/')) files.add(path);
  }
  return files;
}

/**
 * The chunks that these entries load, each once, in the order in which they are met.
 * @param follow whether to go on to what `from` loads only when it is used; nothing of that unless given
 */
export function chunksOf(
  manifest: Manifest,
  entries: readonly string[],
  follow: (from: string, next: string) => boolean = () => false,
): Chunk[] {
  const found = new Map<string, Chunk>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || found.has(name)) return;
    found.set(name, chunk);
    chunk.imports?.forEach(visit);
    chunk.dynamicImports?.filter((next) => follow(name, next)).forEach(visit);
  };
  entries.forEach(visit);
  return [...found.values()];
}
