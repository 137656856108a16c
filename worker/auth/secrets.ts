/** Random keys and their hashes. */

/** An API key: 32 random bytes, recognisable by its beginning (`qalam_…`). */
export function makeApiKey(): { key: string; prefix: string } {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const key = `qalam_${text}`;
  return { key, prefix: key.slice(0, 12) };
}

/** SHA-256 as lower-case hexadecimal digits. */
export async function sha256Hex(text: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return hex(await crypto.subtle.digest('SHA-256', bytes));
}

/** Bytes as lower-case hexadecimal digits. */
export function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
