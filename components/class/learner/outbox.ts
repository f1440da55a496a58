// Receipts and answers on their way to a class: sent until it acknowledges them, each once.
import { type Answered, mayRetry } from "@/content/class/class-api";
import { keyOf, type OutboxEntry } from "./outbox-entry";
import type { Shelf } from "./outbox-shelf";

/** The most entries that wait at once. */
export const mostWaiting = 20;

export type OutboxState = {
  /** Entries that wait or were refused, oldest first. */
  entries: readonly OutboxEntry[];
  /** The keys of entries that went in. */
  sent: ReadonlySet<string>;
  /** The keys of entries that stay only as long as the page. */
  unkept: ReadonlySet<string>;
  /** The key of the entry that is being sent. */
  sending: string | null;
  /** Why the latest try did not get through; null where it did. */
  trouble: string | null;
};

type Settings = {
  shelf: Shelf;
  send(entry: OutboxEntry): Promise<Answered<unknown>>;
  /** Does a job while no other tab does one. */
  alone(job: () => Promise<void>): Promise<void>;
  now(): number;
};

/** An outbox whose entries stand on a shelf; it sends nothing before `drain`. */
export function createOutbox({ shelf, send, alone, now }: Settings) {
  const listeners = new Set<() => void>();
  let sending: string | null = null;
  let trouble: string | null = null;
  let state: OutboxState | null = null;

  function changed() {
    state = null;
    for (const listener of listeners) listener();
  }

  function snapshot(): OutboxState {
    if (state) return state;
    const { entries, sent } = shelf.all();
    const unkept = entries.filter(({ key }) => !shelf.keeps(key));
    state = { entries, sent, sending, trouble, unkept: new Set(unkept.map(keyIn)) };
    return state;
  }

  const waiting = () => shelf.all().entries.filter(({ refused }) => refused === null);

  function say(key: string | null, why: string | null) {
    sending = key;
    trouble = why;
    changed();
  }

  function refuse(entry: OutboxEntry, why: string) {
    const { entries } = shelf.all();
    const there = entries.some(({ key }) => key === entry.key);
    if (there) shelf.put({ ...entry, refused: why });
    const before = entries.filter(({ refused }) => refused !== null);
    for (const { key } of before.slice(0, -mostWaiting)) shelf.remove(key);
    say(null, trouble);
  }

  /** Sends one entry; gives how long to wait before it is tried again, in milliseconds. */
  async function sendOne(
    entry: OutboxEntry,
  ): Promise<{ wait: number; away: boolean } | null> {
    say(entry.key, trouble);
    const answer = await send(entry);
    if (answer.ok) {
      shelf.settle(entry.key, now());
      say(null, null);
      return null;
    }
    if (mayRetry(answer.status)) {
      say(null, answer.problem);
      return { wait: answer.wait ?? 0, away: answer.status === 0 };
    }
    refuse(entry, answer.problem);
    return null;
  }

  return {
    snapshot,
    changed,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /**
     * Puts something in, once however often it is asked; an entry that was refused goes
     * again. "full": too many wait already.
     */
    add(
      handed: Omit<OutboxEntry, "key" | "at" | "refused">,
    ): "waiting" | "sent" | "full" {
      const key = keyOf(handed);
      const { entries, sent } = shelf.all();
      if (sent.has(key)) return "sent";
      const there = entries.find((entry) => entry.key === key);
      if (there && there.refused === null) return "waiting";
      if (waiting().length >= mostWaiting) return "full";
      shelf.put({ ...handed, key, at: now(), refused: null });
      changed();
      return "waiting";
    },

    remove(key: string) {
      shelf.remove(key);
      changed();
    },

    /**
     * Sends all that waits. Gives null where nothing is left, else how long the server asks
     * to wait, in milliseconds, 0 where it does not say.
     */
    async drain(): Promise<number | null> {
      let longest: number | null = null;
      await alone(async () => {
        for (const { key } of waiting()) {
          // Another tab, or the reader, may have been quicker.
          const entry = waiting().find((entry) => entry.key === key);
          const held = entry ? await sendOne(entry) : null;
          if (held) longest = Math.max(longest ?? 0, held.wait);
          if (held?.away) break;
        }
      });
      return longest;
    },
  };
}

const keyIn = ({ key }: OutboxEntry) => key;

/** How far a receipt or a set of answers that a learner handed in has come. */
type HandInState =
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
