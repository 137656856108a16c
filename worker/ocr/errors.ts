/** What can be wrong with an uploaded file. Codes are stable: routes map them to problem documents. */
export type ImageErrorCode =
  | 'empty-file'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'unsupported-type'
  | 'damaged-image';

/** A file that cannot be accepted as a scan; the message says in plain English what to do instead. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
  readonly code: ImageErrorCode;

  constructor(code: ImageErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Why a page could not be read. Codes are stable: they are stored with the failed run. */
export type OcrErrorCode =
  | 'undecodable-image'
  | 'too-large-for-format'
  | 'out-of-memory'
  | 'model-missing'
  | 'engine-failed';

/** A page that was not read. The page itself is unharmed and can be transcribed by hand. */
export class OcrError extends Error {
  override readonly name = 'OcrError';
  readonly code: OcrErrorCode;

  constructor(code: OcrErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The error a decoder throws for data that ends early or contradicts itself. */
export function undecodable(what: string): OcrError {
  return new OcrError(
    'undecodable-image',
    `The picture cannot be decoded (${what}). Export or scan it again, and upload it as a new page.`,
  );
}
