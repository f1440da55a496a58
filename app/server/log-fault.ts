const isFrame = (line: string) => /^\s+at /.test(line);

const codeOf = (error: Error) => ("code" in error ? ` ${String(error.code)}` : "");

/** The kind of an error and its place; its message may hold what people typed. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const frames = (error.stack ?? "").split("\n").filter(isFrame).slice(0, 12);
  const cause =
    error.cause === undefined ? "" : `\n  because of ${described(error.cause)}`;
  return [`${error.name}${codeOf(error)}`, ...frames].join("\n") + cause;
}

/** Logs a failure without anything about the person it failed for. */
export function logFault(where: string, error: unknown) {
  console.error(`Classes, ${where}: ${described(error)}`);
}
