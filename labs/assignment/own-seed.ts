// Each learner of an assignment has data and initial weights of their own.
import { hash32 } from "../arithmetic/random";

/**
 * A seed from 0 to 2³² − 1 out of a learner's name and the link of the assignment: FNV-1a
 * over their UTF-8 bytes, then a hash that spreads neighbours. The same in every browser.
 * Source: RFC 9923, "The FNV Non-Cryptographic Hash Algorithm", the 32-bit FNV-1a.
 */
export function ownSeed(name: string, link: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${name}\n${link}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash32(hash);
}
