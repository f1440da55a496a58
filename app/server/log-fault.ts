import { isStoreFault } from "./store/store-fault";

const isFrame = (line: string) => /^\s+at /.test(line);

const codeOf = (error: Error) => ("code" in error ? String(error.code) : "");

/**
 * Codes whose messages name files, tables and hosts alone: of SQLite, the system, and the
 * classes of PostgreSQL's that hold no values. Source:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const plain = /^(SQLITE_\w+|E[A-Z]+|(08|23|25|28|3D|40|42|53|54|55|57|58|XX)\w{3})$/;

/** Whether a message is ours or a system's: others may hold what people typed. */
const isPlain = (error: Error) => isStoreFault(error) || plain.test(codeOf(error));

/** An error, its place and its causes, without anything about a person. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const frames = (error.stack ?? "").split("\n").filter(isFrame).slice(0, 12);
  const says = isPlain(error) ? `: ${error.message}` : "";
  const cause =
    error.cause === undefined ? "" : `\n  because of ${described(error.cause)}`;
  return [`${error.name} ${codeOf(error)}`.trim() + says, ...frames].join("\n") + cause;
}

/** Logs a failure and its cause without anything about the person it failed for. */
export function logFault(where: string, error: unknown) {
  console.error(`Classes, ${where}: ${described(error)}`);
}
