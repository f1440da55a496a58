// The receipts under check: what came in, and what was found of each.
import type { FromChecker } from "./check-report";
import type { Received, Row } from "./listed-receipt";
import { createCheckQueue } from "./receipt-checker";

/** The most receipts in one list. */
export const mostReceipts = 500;

const none: readonly Row[] = [];

/** Changes are shown together, after so many milliseconds. */
const between = 120;

export function createReceiptList() {
  let rows = new Map<number, Row>();
  let shown = none;
  let lastId = 0;
  let due: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const queue = createCheckQueue(hear);

  function show() {
    clearTimeout(due);
    due = undefined;
    shown = [...rows.values()];
    for (const listener of listeners) listener();
  }

  function change(id: number, part: Partial<Row>) {
    const row = rows.get(id);
    if (!row) return;
    rows.set(id, { ...row, ...part });
    due ??= setTimeout(show, between);
  }

  function hear(id: number, message: FromChecker | { kind: "begun" }) {
    if (message.kind === "begun")
      change(id, { state: { kind: "checking", share: null } });
    else if (message.kind === "opened") change(id, { about: message.about });
    else if (message.kind === "replayed") {
      change(id, { state: { kind: "checking", share: message.share } });
    } else if (message.kind === "checked") change(id, { state: message });
    else change(id, { state: { ...message, kind: "failed" } });
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    rows: () => shown,
    /**
     * Begins to check what is new. Tells the ids in the order given, without those for
     * which there was no room, and how many were there twice.
     */
    add(received: readonly Received[]): { ids: number[]; twice: number; over: number } {
      const ids: number[] = [];
      let [twice, over] = [0, 0];
      const known = new Map([...rows.values()].map(({ packed, id }) => [packed, id]));
      for (const one of received) {
        const there = known.get(one.packed);
        if (there !== undefined) {
          twice += 1;
          ids.push(there);
        } else if (rows.size >= mostReceipts) over += 1;
        else {
          lastId += 1;
          rows.set(lastId, {
            ...one,
            id: lastId,
            about: null,
            state: { kind: "waiting" },
          });
          known.set(one.packed, lastId);
          ids.push(lastId);
          queue.add(lastId, one.packed);
        }
      }
      show();
      return { ids, twice, over };
    },
    /** Checks a receipt once more, from the beginning. */
    again(id: number) {
      const row = rows.get(id);
      if (!row) return;
      change(id, { state: { kind: "waiting" } });
      queue.add(id, row.packed);
    },
    stop: queue.stop,
    /** Stops every replay that is under way or to come. */
    stopAll() {
      for (const { id, state } of rows.values()) {
        if (state.kind === "waiting" || state.kind === "checking") queue.stop(id);
      }
    },
    clear() {
      queue.clear();
      rows = new Map();
      show();
    },
  };
}

export type ReceiptList = ReturnType<typeof createReceiptList>;
