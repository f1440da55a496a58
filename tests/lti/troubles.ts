// What goes wrong between a platform and a tool, on demand.
import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export type Trouble =
  /** Answers with a status instead, before anything is done; `retryAfter` in seconds. */
  | { kind: "status"; status: number; retryAfter?: number; as?: "moment" | undefined }
  /** Answers as it should, after a while. */
  | { kind: "slow"; milliseconds: number }
  /** Does what it is asked, and dies in the middle of the answer. */
  | { kind: "cut" }
  /** Does what it is asked, and hangs up without a word. */
  | { kind: "mute" }
  /** Does what it is asked, and answers for ever, a byte at a time. */
  | { kind: "drip" }
  /** Does what it is asked, and answers with more than anybody reads. */
  | { kind: "flood" }
  /** Hangs up before anything is done. */
  | { kind: "away" };

export type Service = "token" | "lineItems" | "scores" | "memberships" | "keys";

/** The troubles that are to come, by service; each meets one request. */
export function openTroubles() {
  const coming = new Map<Service, Trouble[]>();
  return {
    plan(service: Service, ...troubles: Trouble[]) {
      coming.set(service, [...(coming.get(service) ?? []), ...troubles]);
    },
    /** Nothing that was planned comes any more. */
    calm: () => coming.clear(),
    next: (service: Service) => coming.get(service)?.shift() ?? null,
  };
}

/** Meets a request with a trouble; whether the request is to be done all the same. */
export async function meet(trouble: Trouble, response: ServerResponse): Promise<boolean> {
  switch (trouble.kind) {
    case "status": {
      const { status, retryAfter, as } = trouble;
      if (retryAfter !== undefined) {
        const moment = new Date(Date.now() + 1000 * retryAfter).toUTCString();
        response.setHeader("Retry-After", as === "moment" ? moment : retryAfter);
      }
      response.writeHead(status);
      response.end();
      return false;
    }
    case "slow":
      await pause(trouble.milliseconds);
      return true;
    case "cut":
    case "mute":
    case "drip":
    case "flood":
      return true;
    case "away":
      response.destroy();
      return false;
  }
}

/** Answers for ever, until the other side hangs up. */
export function drip(response: ServerResponse) {
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
}

/** More than anybody reads. */
export const flood = " ".repeat(3_000_000);
