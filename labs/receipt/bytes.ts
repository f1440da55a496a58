// Bytes as text that any link can hold (base64url, RFC 4648 section 5), and made smaller
// (zlib, RFC 1950, whose checksum tells what was damaged).

/** Writes bytes without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = "";
  // A function takes only so many arguments at once.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Reads what `base64url` wrote; null for any other text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(plain, (character) => character.charCodeAt(0));
  // The last character may hold bits that mean nothing: only one text is right.
  return base64url(bytes) === text ? bytes : null;
}

async function gathered(stream: ReadableStream<Uint8Array>, most: number) {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const streamOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream();

export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = streamOf(bytes).pipeThrough(new CompressionStream("deflate"));
  return (await gathered(stream, Number.POSITIVE_INFINITY)) ?? new Uint8Array();
}

/** Source: RFC 1950, section 8.2. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}

/** Not every system minds what follows the end, so the checksum must stand there. */
function endsRight(small: Uint8Array<ArrayBuffer>, bytes: Uint8Array): boolean {
  const view = new DataView(small.buffer, small.byteOffset, small.byteLength);
  return small.length >= 4 && view.getUint32(small.length - 4) === adler32(bytes);
}

/** What `deflated` made smaller; null where it is damaged or would pass `most` bytes. */
export async function inflated(
  small: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const stream = streamOf(small).pipeThrough(new DecompressionStream("deflate"));
    const bytes = await gathered(stream, most);
    return bytes && endsRight(small, bytes) ? bytes : null;
  } catch {
    return null;
  }
}
