// What a receipt is about, as plain values that a worker can hand to its page.
import type { GoalDevice } from "@/labs/assignment/goal";
import { hasOneSeed } from "@/labs/assignment/learner-start";
import { pathOf } from "@/labs/link";
import type { Pass } from "@/labs/pass";
import { neuronsOf } from "@/labs/receipt/attempt";
import type { Opened } from "@/labs/receipt/opened";
import { markOf } from "./mark";

export type About = {
  /** The learner, as they typed it. */
  name: string;
  /** Of the assignment; its lab's where it has none. */
  title: string;
  /** The lab's own title. */
  lab: string;
  seed: number;
  /** Whether the assignment gives every learner the same seed. */
  oneSeed: boolean;
  device: { kind: GoalDevice; name: string };
  /** When it was made, as it says: milliseconds since 1970. */
  at: number;
  /** Where the lab shows the learner's run, as a path of the site. */
  run: string;
  /** Where a learner opens the assignment, as a path of the site. */
  assignment: string;
  /** How many goals the assignment has. */
  goals: number;
  /** The losses that it tells. */
  curve: readonly Pass[];
  passes: number;
  /** Hidden ones. */
  neurons: number;
  /** Two receipts with one mark end with the same weights. */
  mark: string;
};

/** Sums up an opened receipt; takes nothing of it for true. */
export function aboutOf({ receipt, run, assignment }: Opened): About {
  const { lab, title, goals } = assignment;
  return {
    name: receipt.name,
    title: title || lab.title,
    lab: lab.title,
    seed: receipt.seed,
    oneSeed: hasOneSeed(assignment),
    device: receipt.device,
    at: receipt.at,
    run: pathOf(lab, run),
    assignment: receipt.link,
    goals: goals.length,
    curve: receipt.curve,
    passes: run.passes,
    neurons: neuronsOf(run),
    mark: markOf(receipt.weights),
  };
}
