// Facts about the work of a class side by side: who ended with the same weights or with the
// same changes, and how the losses are spread. They are facts, no verdicts.
import { quantile } from "@/content/items/statistics";
import { bestReceipt } from "../standing";
import type { Board } from "./merged-board";

/** Learners whose work for an assignment is the same in one respect. */
export type Alike = {
  /** Two trainings with seeds of their own do not end in the same weights by themselves. */
  what: "weights" | "settings";
  /** The names, in the order of the board. */
  names: readonly string[];
  /** The changes of all of them, for the same settings; may be empty. */
  changed: string;
};

/** The lowest loss of each learner, summed up; all of the test examples. */
export type Spread = {
  /** How many learners. */
  count: number;
  /** In rising order. */
  losses: readonly number[];
  lowest: number;
  lower: number;
  middle: number;
  upper: number;
  highest: number;
};

type Handed = Pick<Board, "learners" | "handedIn">;

/** Groups of learners, the largest first; a group of one is none. */
const grouped = (
  what: Alike["what"],
  groups: ReadonlyMap<string, { names: Set<string>; changed: string }>,
): Alike[] =>
  [...groups.values()]
    .filter(({ names }) => names.size > 1)
    .map(({ names, changed }) => ({ what, names: [...names], changed }))
    .sort((one, other) => other.names.length - one.names.length);

/**
 * Who handed in the same weights for an assignment, in whichever receipt; and whose best
 * receipts changed the same settings in the same way.
 */
export function likenessIn({ learners, handedIn }: Handed, assignment: string): Alike[] {
  const weights = new Map<string, { names: Set<string>; changed: string }>();
  const settings = new Map<string, { names: Set<string>; changed: string }>();
  const put = (groups: typeof weights, key: string, name: string, changed: string) => {
    const group = groups.get(key) ?? { names: new Set(), changed };
    group.names.add(name);
    groups.set(key, group);
  };
  for (const { id, name } of learners) {
    const receipts = handedIn.get(id)?.get(assignment) ?? [];
    for (const { outcome } of receipts) {
      if (outcome?.weights) put(weights, outcome.weights, name, "");
    }
    const best = bestReceipt(receipts)?.outcome;
    // Who changed nothing has the settings of the assignment, as is to be expected.
    if (best?.run && best.changed) put(settings, best.run, name, best.changed);
  }
  return [...grouped("weights", weights), ...grouped("settings", settings)];
}

/** How the test losses of the best receipts are spread; null of fewer than two. */
export function spreadIn({ learners, handedIn }: Handed, assignment: string) {
  const losses = learners
    .flatMap(({ id }) => {
      const best = bestReceipt(handedIn.get(id)?.get(assignment) ?? []);
      const loss = best?.outcome?.testLoss ?? null;
      return loss !== null && best?.outcome?.verdict !== "contradicted" ? [loss] : [];
    })
    .sort((one, other) => one - other);
  if (losses.length < 2) return null;
  const spread: Spread = {
    count: losses.length,
    losses,
    lowest: quantile(losses, 0),
    lower: quantile(losses, 0.25),
    middle: quantile(losses, 0.5),
    upper: quantile(losses, 0.75),
    highest: quantile(losses, 1),
  };
  return spread;
}
