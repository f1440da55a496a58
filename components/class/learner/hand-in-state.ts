// How far a receipt or a set of answers that a learner handed in has come.
import type { OutboxState } from "./outbox";
import type { OutboxEntry } from "./outbox-entry";

export type HandInState =
  | { kind: "new" }
  | { kind: "sending" }
  /** `why`: the problem of the latest try; null before the first. */
  | { kind: "waiting"; why: string | null; kept: boolean }
  | { kind: "refused"; why: string }
  | { kind: "sent" };

/** The state of the entry with this key. */
export function handInState(outbox: OutboxState, key: string): HandInState {
  const { entries, sent, sending, trouble, unkept } = outbox;
  if (sent.has(key)) return { kind: "sent" };
  const entry = entries.find((one) => one.key === key);
  if (!entry) return { kind: "new" };
  if (sending === key) return { kind: "sending" };
  if (entry.refused !== null) return { kind: "refused", why: entry.refused };
  return { kind: "waiting", why: trouble, kept: !unkept.has(key) };
}

/** A state in words for the learner; "" for a new one. */
export function handInText(state: HandInState, { className, name }: Whose): string {
  switch (state.kind) {
    case "new":
      return "";
    case "sending":
      return "Handing in…";
    case "sent":
      return `✓ Handed in to ${className} as ${name}.`;
    case "refused":
      return `✗ Not taken: ${state.why}`;
    default:
      return waitingText(state);
  }
}

type Whose = Pick<OutboxEntry, "className" | "name">;

function waitingText({ why, kept }: { why: string | null; kept: boolean }): string {
  if (why === null) return "Handing in…";
  const then = kept
    ? "It goes in by itself, once, also if you close this page and come back later."
    : "This browser has no room to keep it: stay on this page until it is in, or save it.";
  return `… Waiting for the connection. ${why} ${then}`;
}
