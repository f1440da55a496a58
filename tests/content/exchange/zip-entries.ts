// Reads a zip by its central directory, apart from the library that wrote it.
import { inflateRawSync } from "node:zlib";

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7 and 4.3.12 */
export function zipEntries(zip: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const entries = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error("no entry here");
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const whole = bytes.readUInt32LE(at + 24);
    const [name, extra, comment] = [28, 30, 32].map((by) => bytes.readUInt16LE(at + by));
    const local = bytes.readUInt32LE(at + 42);
    const path = bytes.toString("utf8", at + 46, at + 46 + (name ?? 0));
    const from =
      local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + packed);
    const text = method === 8 ? inflateRawSync(data) : data;
    if (text.length !== whole) throw new Error(`${path} has another length`);
    entries.set(path, text.toString("utf8"));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}
