/** Which files of a build a person needs who works without a connection. */

/** What Vite writes into manifest.json, as far as it is used. */
export type Manifest = Record<
  string,
  { file: string; css?: string[]; assets?: string[]; imports?: string[]; dynamicImports?: string[] }
>;

const ENTRY = 'index.html';
/** Where pages are worked on, where one's own work is found, where one begins, and the help. */
const VIEWS = [
  'features/page/page-view.tsx',
  'features/work/work-view.tsx',
  'features/home/home-view.tsx',
  'features/help/help-view.tsx',
];

/** Paths below the root, without a slash at the beginning. */
export function filesToKeep(manifest: Manifest): Set<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) {
      // Megabytes that few need: the engine that reads in the browser is kept with its first use.
      if (!file.startsWith('reading/')) files.add(file);
    }
    chunk.imports?.forEach(visit);
    // The entry leads to every view; what it loads beside them are words.
    chunk.dynamicImports?.filter((next) => name !== ENTRY || !next.endsWith('-view.tsx')).forEach(visit);
  };
  [ENTRY, ...VIEWS].forEach(visit);
  return files;
}
