import { bytesOf, inflated } from "@/labs/receipt/bytes";

/** More bytes than this no receipt holds. */
const mostBytes = 600_000;

/** Source: RFC 1950, section 8.2. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}

/**
 * Whether a text is a packed receipt from its first character to its last. Not every
 * system that inflates minds what follows the end, so the checksum must stand there.
 */
export async function isWholeReceipt(text: string): Promise<boolean> {
  const small = bytesOf(text);
  const bytes = small && (await inflated(small, mostBytes));
  if (!small || !bytes || small.length < 4) return false;
  return new DataView(small.buffer).getUint32(small.length - 4) === adler32(bytes);
}
