/** Where things lie in R2. All keys are derived from content or from a run's id, so nothing is ever overwritten. */

/** The scan as uploaded. */
export const scanKey = (sha256: string) => `scans/${sha256}`;
/** A rendition for browsers, of scans they cannot show. */
export const viewKey = (sha256: string) => `views/${sha256}.png`;
/** A small picture for lists. */
export const thumbnailKey = (sha256: string) => `thumbnails/${sha256}.png`;
/** Lines and words of one OCR run, JSON. */
export const ocrRunKey = (run: string) => `ocr/${run}.json`;
/** An upload that is not yet known by its hash; removed when it is, or by the nightly clean-up. */
export const incomingKey = (id: string) => `incoming/${id}`;
/** What the readers of a page's tiles hand each other, until the run is put together. */
export const tilesPrefix = (job: string) => `tiles/${job}/`;
export const planKey = (job: string) => `${tilesPrefix(job)}plan.json`;
/** Written when the last tile was sent. */
export const allSentKey = (job: string) => `${tilesPrefix(job)}sent`;
export const tilePictureKey = (job: string, tile: number) => `${tilesPrefix(job)}${tile}.png`;
export const tileReadingKey = (job: string, tile: number) => `${tilesPrefix(job)}${tile}.json`;
