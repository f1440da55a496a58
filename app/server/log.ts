// What the site writes about itself. With LOG_FORMAT=json each event is one line, an object
// with `time`, `level`, `message` and, where there is one, `cause`.
import { stripVTControlCharacters } from "node:util";
import { isStoreFault } from "./store/store-fault";

type Level = "debug" | "info" | "warn" | "error";

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

/** A path as the log has it: ids, codes and what is asked for are left out. */
export const withoutIds = (path: string) =>
  path.replace(/\?\S*/g, "").replace(/\/[^\s/]{16,}/g, "/…");

const asJson = () => process.env.LOG_FORMAT === "json";

function writeJson(level: Level, message: string, cause?: string) {
  const stream = level === "warn" || level === "error" ? process.stderr : process.stdout;
  const event = { time: new Date().toISOString(), level, message, cause };
  stream.write(`${JSON.stringify(event)}\n`);
}

/** Tells of an event; neither text may hold anything about a person. */
export function log(level: "info" | "warn" | "error", message: string, cause?: string) {
  if (asJson()) writeJson(level, message, cause);
  else console[level](cause === undefined ? message : `${message}: ${cause}`);
}

/** Logs a failure and its cause without anything about the person it failed for. */
export function logFault(where: string, error: unknown) {
  log("error", `Classes, ${where}`, described(error));
}

/** The sign that Next puts before a line. */
const sign = /^[^\p{L}\p{N}("“]+/u;

function told(part: unknown): string {
  if (part instanceof Error) return described(part);
  if (typeof part === "object") return "an object";
  return withoutIds(stripVTControlCharacters(String(part)));
}

function tell(level: Level, parts: readonly unknown[]) {
  const text = parts.map(told).join(" ").trimEnd().replace(sign, "");
  const [message = "", ...rest] = text.split("\n");
  if (message) writeJson(level, message, rest.length > 0 ? rest.join("\n") : undefined);
}

declare global {
  // Next loads this module more than once in a process.
  var nextPassTellsAsJson: boolean | undefined;
}

/** With LOG_FORMAT=json, what Next and Node write from now on becomes such lines as well. */
export function tellAllAsJson() {
  if (!asJson() || globalThis.nextPassTellsAsJson) return;
  globalThis.nextPassTellsAsJson = true;
  for (const level of ["debug", "info", "warn", "error"] as const) {
    console[level] = (...parts: unknown[]) => tell(level, parts);
  }
  console.log = console.info;
  // That nobody reads the log any more cannot be logged: the line would fail as well.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => tell("warn", [`${name}: ${message}`]));
}
