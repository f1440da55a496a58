/** Bytes in base64, with its padding. Source: RFC 4648, section 4. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  // A function takes only so many arguments at once.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}

/** Bytes as text that any link can hold, without padding. Source: RFC 4648, section 5. */
export const base64url = (bytes: Uint8Array) =>
  base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Reads what `base64url` wrote; null for any other text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(plain, (character) => character.charCodeAt(0));
  // The last character may hold bits that mean nothing: only one text is right.
  return base64url(bytes) === text ? bytes : null;
}
