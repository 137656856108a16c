/**
 * Tiles of a batch that are read at once. More readers than this no machine has that runs them all, and in one isolate
 * there is one engine: what waits for it only holds its picture in memory.
 */
export const TILES_AT_ONCE = 4;
