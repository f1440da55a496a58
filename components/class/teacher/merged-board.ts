// A class's board as the browser has it, and how the server's news change it.
import type { BoardMessage, ReceiptHead } from "@/content/class/messages";

/** The receipts of one learner by assignment; each list latest first. */
export type HandedIn = ReadonlyMap<string, readonly ReceiptHead[]>;

/** A class's board. */
export type Board = Pick<
  BoardMessage,
  "class" | "owner" | "assignments" | "learners" | "extensions" | "marks"
> & {
  /** The `since` of the next request. */
  since: number;
  /** By learner. Receipts that did not change are the same object after news as before. */
  handedIn: ReadonlyMap<string, HandedIn>;
  /** How many receipts there are. */
  count: number;
};

/** The list that was there, where the one that came says the same. */
function sameOr<T extends Record<string, unknown>>(old: T[], come: T[]): T[] {
  if (old.length !== come.length) return come;
  const equal = come.every((one, at) =>
    Object.entries(one).every(([key, value]) => old[at]?.[key] === value),
  );
  return equal ? old : come;
}

/** The receipts of a learner with one more, or with a newer state of one. */
function withReceipt(receipts: readonly ReceiptHead[], come: ReceiptHead) {
  const others = receipts.filter(({ id }) => id !== come.id);
  const after = others.filter(({ received }) => received > come.received);
  return [...after, come, ...others.slice(after.length)];
}

/**
 * Whether news of a receipt are none. `judgedAnew`: its assignment asks something else now,
 * so that its outcome is void until the next one comes.
 */
function isKnown(
  receipts: readonly ReceiptHead[],
  { id, outcome }: ReceiptHead,
  judgedAnew: boolean,
): boolean {
  const known = receipts.find((one) => one.id === id);
  if (!known) return false;
  if (outcome === null) return known.outcome === null || !judgedAnew;
  return JSON.stringify(known.outcome) === JSON.stringify(outcome);
}

/** Whether all receipts of a learner are for assignments that are there. */
const isWhole = (handedIn: HandedIn, known: ReadonlySet<string>) =>
  [...handedIn.keys()].every((assignment) => known.has(assignment));

/** The board after news from the server; `null` where there was none yet. */
export function mergedBoard(before: Board | null, news: BoardMessage): Board {
  const learnerIds = new Set(news.learners.map(({ id }) => id));
  const assignmentIds = new Set(news.assignments.map(({ id }) => id));
  const links = new Map(before?.assignments.map(({ id, link }) => [id, link]));
  const edited = new Set(
    news.assignments.filter(({ id, link }) => links.get(id) !== link).map(({ id }) => id),
  );
  const changed = new Map<string, Map<string, readonly ReceiptHead[]>>();
  for (const receipt of news.receipts) {
    const { learner, assignment } = receipt;
    if (!learnerIds.has(learner) || !assignmentIds.has(assignment)) continue;
    const known = changed.get(learner) ?? before?.handedIn.get(learner);
    const own = known?.get(assignment) ?? [];
    if (isKnown(own, receipt, edited.has(assignment))) continue;
    const all = changed.get(learner) ?? new Map(known);
    all.set(assignment, withReceipt(own, receipt));
    changed.set(learner, all);
  }
  const handedIn = new Map<string, HandedIn>();
  let count = 0;
  for (const { id } of news.learners) {
    let own: HandedIn | undefined = changed.get(id) ?? before?.handedIn.get(id);
    if (!own) continue;
    if (!isWhole(own, assignmentIds)) {
      own = new Map([...own].filter(([assignment]) => assignmentIds.has(assignment)));
    }
    handedIn.set(id, own);
    for (const receipts of own.values()) count += receipts.length;
  }
  const old = before ?? news;
  const [head = news.class] = sameOr([old.class], [news.class]);
  const merged = {
    class: head,
    owner: news.owner,
    assignments: sameOr(old.assignments, news.assignments),
    learners: sameOr(old.learners, news.learners),
    extensions: sameOr(old.extensions, news.extensions),
    marks: sameOr(old.marks, news.marks),
  };
  const still =
    before !== null &&
    changed.size === 0 &&
    merged.class === before.class &&
    merged.owner === before.owner &&
    merged.assignments === before.assignments &&
    merged.learners === before.learners &&
    merged.extensions === before.extensions &&
    merged.marks === before.marks;
  if (still) return before.since === news.now ? before : { ...before, since: news.now };
  return { ...merged, since: news.now, handedIn, count };
}
