/** An object out of a parsed file, nothing in it checked yet. */
type Fields = Record<string, unknown>;

/** Whether a value is such an object: no list, and not null. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
