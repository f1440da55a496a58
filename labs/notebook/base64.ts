// Numbers as text, to the last bit.

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** How many characters `base64Of` needs for so many numbers, line breaks aside. */
export const base64Length = (count: number) => 4 * Math.ceil((4 * count) / 3);

/** The longest line of `base64Of`: a multiple of 4, so that no group is cut. */
const line = 1000;

/**
 * Single-precision numbers, little-endian, in base64, in lines of up to 1,000 characters.
 * Source: RFC 4648, section 4.
 */
export function base64Of(numbers: Float32Array): string {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, at) => {
    view.setFloat32(4 * at, number, true);
  });
  const lines: string[] = [];
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.subarray(at, at + 3);
    const bits = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    text += letters[bits >>> 18]! + letters[(bits >>> 12) & 63]!;
    text += two === undefined ? "=" : letters[(bits >>> 6) & 63]!;
    text += three === undefined ? "=" : letters[bits & 63]!;
    if (text.length === line) {
      lines.push(text);
      text = "";
    }
  }
  if (text !== "") lines.push(text);
  return lines.join("\n");
}
