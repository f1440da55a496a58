// What goes wrong between a platform and a tool, on demand.
import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export type Trouble =
  /** Answers with a status instead, before anything is done. */
  | { kind: "status"; status: number; retryAfter?: number }
  /** Answers as it should, after a while. */
  | { kind: "slow"; milliseconds: number }
  /** Does what it is asked, and dies in the middle of the answer. */
  | { kind: "cut" }
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
    next: (service: Service) => coming.get(service)?.shift() ?? null,
  };
}

/** Meets a request with a trouble; whether the request is to be done all the same. */
export async function meet(trouble: Trouble, response: ServerResponse): Promise<boolean> {
  switch (trouble.kind) {
    case "status": {
      const { status, retryAfter } = trouble;
      response.writeHead(status, {
        ...(retryAfter !== undefined && { "Retry-After": String(retryAfter) }),
      });
      response.end();
      return false;
    }
    case "slow":
      await pause(trouble.milliseconds);
      return true;
    case "cut":
      return true;
    case "away":
      response.destroy();
      return false;
  }
}
