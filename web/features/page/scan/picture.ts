/** The shown rendition of a scan, decoded once for all that cut something out of it. */

let last: { url: string; picture: Promise<HTMLImageElement> } | null = null;

/** @throws DOMException where it cannot be fetched or decoded; the next call tries again */
export function pictureOf(url: string): Promise<HTMLImageElement> {
  if (last?.url === url) return last.picture;
  const load = async () => {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  };
  const picture = load();
  last = { url, picture };
  picture.catch(() => {
    if (last?.picture === picture) last = null;
  });
  return picture;
}
