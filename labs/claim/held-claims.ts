// The claims that a reader saw hold, and the cases of the clinic that they tried or cured, as
// a browser and a file keep them.

/** Their names, as `claimName` gives them. */
export type HeldClaims = ReadonlySet<string>;

/** Nothing was seen yet. */
export const noneHeld: HeldClaims = new Set();

/** The name of a lab's claim in all of the course: `lab/claim`. */
export const claimName = (lab: string, claim: string) => `${lab}/${claim}`;

const mostRead = 1000;

/** Reads a parsed list of names; what is no name is left out. Null where it is no list. */
export function readHeld(value: unknown): HeldClaims | null {
  if (!Array.isArray(value) || value.length > mostRead) return null;
  const isName = (one: unknown): one is string =>
    typeof one === "string" && /^[a-z0-9-]{1,40}\/[a-z0-9-]{1,80}$/.test(one);
  return new Set(value.filter(isName));
}

/** Reads what `formatHeld` wrote; null where the text is anything else. */
export function parseHeld(text: string): HeldClaims | null {
  try {
    return readHeld(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The names as a text. */
export const formatHeld = (held: HeldClaims) => JSON.stringify([...held]);
