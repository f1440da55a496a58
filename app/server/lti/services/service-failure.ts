// What becomes of something that a platform did not take.
import type { ServiceAnswer } from "./access-tokens";

export type ServiceFailure =
  /**
   * It is tried again; `wait`: not before so many milliseconds, as the platform asks; null: it
   * asks for nothing. `trouble` is for the teachers; null where it may pass by itself.
   */
  | { kind: "later"; wait: number | null; trouble: string | null }
  /** It would be refused again. */
  | { kind: "stopped"; trouble: string };

/** No answer came: nobody knows whether the platform took it. */
export const silence: ServiceFailure = { kind: "later", wait: null, trouble: null };

/** How long a platform asks to wait, in milliseconds; null where it does not. */
function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return 1000 * Number(text);
  // The platform's own clock, where it tells the time.
  const told = Date.parse(headers.get("date") ?? "");
  const wait = Date.parse(text) - (Number.isNaN(told) ? now : told);
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/** What an answer at `now` means that is no success; `refused` says so of a plain refusal. */
export function failureOf(
  { status, at, headers }: ServiceAnswer,
  refused: string,
  now: number,
): ServiceFailure {
  const wait = retryAfter(headers, now);
  const later = (trouble: string | null): ServiceFailure => ({
    ...{ kind: "later", wait, trouble },
  });
  if (status === 429) return { kind: "later", wait: wait ?? 0, trouble: null };
  if (status >= 500 || status === 408) return later(null);
  if (at === "token") {
    // A token that did not come whole comes another time.
    return later(
      status === 200
        ? null
        : `The LMS gives this site no access to its grades (${status}): its administrator finds the values to compare on this site’s page /lti.`,
    );
  }
  if (status === 401) {
    return later("The LMS does not accept this site’s access to its grades.");
  }
  return { kind: "stopped", trouble: refused };
}
