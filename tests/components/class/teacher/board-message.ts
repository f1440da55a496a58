// A class's board as its server tells it, with as little in it as a test needs.
import type { BoardMessage, ReceiptHead } from "@/content/class/messages";

/** A class without anybody, with these parts instead of its own. */
export const boardMessage = (part: Partial<BoardMessage> = {}): BoardMessage => ({
  class: {
    ...{ id: "c", name: "Biology", code: "K7QM-3XTP", created: 1, expires: 2 },
    ...{ door: "open", approval: false, measured: false },
  },
  owner: true,
  now: 10,
  assignments: [],
  learners: [],
  receipts: [],
  extensions: [],
  marks: [],
  ...part,
});

type Learner = BoardMessage["learners"][number];

/** A learner who is in the class, named as their id unless said otherwise. */
export const learnerOf = (id: string, part: Partial<Learner> = {}): Learner => ({
  ...{ id, name: id, joined: 1, section: null, studentId: null },
  ...{ waiting: false, came: true },
  ...part,
});

/** An assignment that never closes. */
export const assignmentOf = (id: string, link: string) => ({
  ...{ id, link, created: 1, closes: null },
});

/** A receipt of ada's for the circle, not checked yet. */
export const receiptOf = (id: string, part: Partial<ReceiptHead> = {}): ReceiptHead => ({
  ...{ id, assignment: "circle", learner: "ada", received: 1, outcome: null },
  ...part,
});

/** An outcome of a check. */
export const outcomeOf = (
  verdict: NonNullable<ReceiptHead["outcome"]>["verdict"],
  part: Partial<NonNullable<ReceiptHead["outcome"]>> = {},
): NonNullable<ReceiptHead["outcome"]> => ({
  ...{ verdict, says: "", testLoss: 0.5, accuracy: null, pass: 40, device: "cpu" },
  ...part,
});

/** A teacher's mark on ada's circle. */
export const markOf = (
  part: Partial<BoardMessage["marks"][number]> = {},
): BoardMessage["marks"][number] => ({
  ...{ assignment: "circle", learner: "ada", points: null, verdict: null },
  ...{ reason: "", comment: "", at: 5, by: "" },
  ...part,
});
