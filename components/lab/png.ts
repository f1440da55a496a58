// Small pictures as PNG, without a canvas: for pages that are drawn while they are built.
import { deflateSync } from "node:zlib";

/** The check of a part of a file, bit by bit. Source: PNG (third edition), annex D. */
function checkOf(bytes: Uint8Array): number {
  let check = -1;
  for (const byte of bytes) {
    check ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      check = (check >>> 1) ^ (check & 1 ? 0xedb88320 : 0);
    }
  }
  return ~check >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(checkOf(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The address of an opaque picture of at most 256 colours. `pixels` as a canvas has them:
 * four bytes each, row by row. Throws where there are more colours.
 */
export function pngAddress(pixels: Uint8ClampedArray, width: number): string {
  const height = pixels.length / 4 / width;
  const places = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(4 * at);
    const colour = (red << 16) | (green << 8) | blue;
    const place = places.get(colour) ?? places.size;
    places.set(colour, place);
    // Each row begins with the number of its filter: none.
    rows[at + Math.floor(at / width) + 1] = place;
  }
  if (places.size > 256) throw new Error(`A picture has ${places.size} colours`);
  const palette = [...places.keys()].flatMap((one) => [one >> 16, one >> 8, one]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, which are places of the palette.
  header.set([8, 3], 8);
  const file = Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(palette)),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
  return `data:image/png;base64,${file.toString("base64")}`;
}
