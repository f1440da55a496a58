import type { StoreTrouble } from "./class-store";

/** Why a store's call failed: `message` for the reader, `cause` for the server's log. */
export type StoreFault = Error & { readonly trouble: StoreTrouble };

const messages: Record<StoreTrouble, string> = {
  full: "The disk of this site is full. What was kept is safe; nothing more can be.",
  readonly: "This site may only read its classes at present. What was kept is safe.",
  busy: "This site is busy. Try again soon: nothing is kept twice.",
  away: "This site cannot reach its classes. Try again soon: nothing is kept twice.",
};

/** The fault that stands for what a driver or the file system threw. */
export function storeFault(trouble: StoreTrouble, cause: unknown): StoreFault {
  const error = new Error(messages[trouble], { cause });
  return Object.assign(error, { name: "StoreFault", trouble });
}

/** Goes by the name, because a bundler may load this module twice. */
export function isStoreFault(error: unknown): error is StoreFault {
  return error instanceof Error && error.name === "StoreFault" && "trouble" in error;
}
