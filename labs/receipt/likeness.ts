import { base64url } from "../arithmetic/base64";
import { hash32 } from "../arithmetic/random";
import { formatRun } from "../run/link";
import { normalizeRun, plainRun } from "../run/run";
import type { Opened } from "./packed";

/** Two receipts with one text of a kind are alike in it: 22 letters of base64url each. */
export type Likeness = {
  /** Of the bits of the weights. */
  weights: string;
  /** Of the settings that have an effect; seed and device do not count. */
  run: string;
};

/** The digests by which receipts are compared. */
export function likenessOf({ receipt, run }: Pick<Opened, "receipt" | "run">): Likeness {
  const { buffer, byteOffset, byteLength } = receipt.weights;
  const { seed, device } = plainRun;
  const settings = formatRun(normalizeRun({ ...run, seed, device }), plainRun);
  return {
    weights: digest(new Uint8Array(buffer, byteOffset, byteLength)),
    run: digest(new TextEncoder().encode(settings)),
  };
}

/** The first states of four FNV-1a hashes that run side by side. */
const starts = [0x811c9dc5, 0x2b7e1516, 0x9e3779b9, 0x6a09e667] as const;

/** 128 bits: enough to tell some thousands apart, not to resist who wants them alike. */
function digest(bytes: Uint8Array): string {
  const hashes = Uint32Array.from(starts, (start) => {
    let hash: number = start;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash32((hash ^ bytes.length) >>> 0);
  });
  return base64url(new Uint8Array(hashes.buffer));
}
