// One request to the site's server. What it answers is read, never trusted.
import type * as z from "zod";
import { responses } from "./messages";

export type Refused = {
  ok: false;
  /** Of the answer; 0 where none came. */
  status: number;
  /** One sentence or two for the reader. */
  problem: string;
  /** How long the server asks to wait, in milliseconds; null where it does not. */
  wait: number | null;
};

export type Answered<T> = { ok: true; value: T } | Refused;

const away =
  "The site’s server cannot be reached. Check the connection: nothing is lost meanwhile.";
const noServer =
  "This site runs without a server, so it has no classes: receipts work all the same.";
const otherVersion =
  "The server’s answer could not be read: it may have been renewed. Reload the page.";

/** How long an answer may take, in milliseconds. */
const patience = 60_000;

type Question = { method: "GET" | "POST" | "DELETE"; body?: unknown };

const refused = (status: number, problem: string, wait: number | null = null) =>
  ({ ok: false, status, problem, wait }) as const;

/** What a server that answers with pages says of itself; 501: it only has files. */
const withoutJson = (status: number) =>
  status < 500 || status === 501 ? refused(404, noServer) : refused(status, away);

function waitIn(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? 1000 * seconds : null;
}

/** Asks; never rejects. An answer without a body is read as `{}`. */
export async function ask<T>(
  path: string,
  shape: z.ZodType<T>,
  { method, body }: Question = { method: "GET" },
): Promise<Answered<T>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.timeout(patience),
      ...(body !== undefined && {
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    text = await response.text();
  } catch {
    return refused(0, away);
  }
  const { status, ok } = response;
  const found = jsonIn(text === "" && ok ? "{}" : text);
  if (found === undefined) return withoutJson(status);
  if (ok) {
    const { data } = shape.safeParse(found);
    return data === undefined ? refused(status, otherVersion) : { ok, value: data };
  }
  const { data } = responses.problem.safeParse(found);
  return refused(status, data?.problem ?? otherVersion, waitIn(response));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
