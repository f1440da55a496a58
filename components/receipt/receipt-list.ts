// The receipts of the page, each with its check: a store that React subscribes to.
import type { CheckReport } from "./check-report";
import type { KnownLinks } from "./judging-link";
import type { IncomingReceipt, ListedReceipt } from "./listed-receipt";
import { createReceiptChecker } from "./receipt-checker";

/** The most receipts in one list. */
export const mostReceipts = 500;

const none: readonly ListedReceipt[] = [];

/** Changes are shown together, after so many milliseconds. */
const between = 120;

/** `known` gives the links that the reader vouches for, whenever a check begins. */
export function createReceiptList(known: () => KnownLinks) {
  let receipts = new Map<number, ListedReceipt>();
  let shown = none;
  let lastId = 0;
  let due: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const checker = createReceiptChecker(hear);

  function show() {
    clearTimeout(due);
    due = undefined;
    shown = [...receipts.values()];
    for (const listener of listeners) listener();
  }

  function change(id: number, part: Partial<ListedReceipt>) {
    const receipt = receipts.get(id);
    if (!receipt) return;
    receipts.set(id, { ...receipt, ...part });
    due ??= setTimeout(show, between);
  }

  function check({ id, packed, handedIn }: ListedReceipt) {
    change(id, { state: { kind: "waiting" } });
    checker.add(id, { packed, handedIn, known: known() });
  }

  function hear(id: number, report: CheckReport | { kind: "begun" }) {
    switch (report.kind) {
      case "begun":
        return change(id, { state: { kind: "checking", share: null } });
      case "opened":
        return change(id, { summary: report.summary });
      case "replayed":
        return change(id, { state: { kind: "checking", share: report.share } });
      case "checked":
        return change(id, { state: report });
      case "problem":
        return change(id, { state: { ...report, kind: "failed" } });
    }
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    receipts: () => shown,
    /**
     * Begins to check what is new. Returns the ids in the order given, without those for
     * which there was no room, and how many were there twice.
     */
    add(incoming: readonly IncomingReceipt[]) {
      const ids: number[] = [];
      let [twice, over] = [0, 0];
      const there = new Map([...receipts.values()].map(({ packed, id }) => [packed, id]));
      for (const one of incoming) {
        const same = there.get(one.packed);
        if (same !== undefined) {
          twice += 1;
          ids.push(same);
        } else if (receipts.size >= mostReceipts) over += 1;
        else {
          lastId += 1;
          const id = lastId;
          const listed = {
            ...one,
            id,
            summary: null,
            state: { kind: "waiting" },
          } as const;
          receipts.set(id, listed);
          there.set(one.packed, id);
          ids.push(id);
          check(listed);
        }
      }
      show();
      return { ids, twice, over };
    },
    /** Checks a receipt once more, from the beginning. */
    again(id: number) {
      const receipt = receipts.get(id);
      if (receipt) check(receipt);
    },
    /** Checks every receipt once more: the reader vouches for other links now. */
    judgeAnew() {
      checker.clear();
      for (const receipt of receipts.values()) check(receipt);
    },
    stop: checker.stop,
    /** Stops every replay that is under way or to come. */
    stopAll() {
      for (const { id, state } of receipts.values()) {
        if (state.kind === "waiting" || state.kind === "checking") checker.stop(id);
      }
    },
    clear() {
      checker.clear();
      receipts = new Map();
      show();
    },
  };
}

export type ReceiptList = ReturnType<typeof createReceiptList>;
