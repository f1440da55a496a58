// Receipts under different names that end with the same weights: a fact, no verdict.
import { listText } from "@/components/kit/list-text";
import type { ListedReceipt } from "./listed-receipt";

const mostNamed = 8;

const collator = new Intl.Collator("en", { numeric: true });

function namedIn(names: readonly string[]): string {
  const sorted = names.toSorted(collator.compare);
  const shown = sorted.slice(0, mostNamed).map((name) => `“${name}”`);
  const others = names.length - shown.length;
  return listText(others > 0 ? [...shown, `${others} more`] : shown);
}

/** A sentence for each set of weights that stands under several names. */
export function sameWeights(
  receipts: readonly Pick<ListedReceipt, "summary">[],
): readonly string[] {
  const groups = new Map<string, { names: Set<string>; oneSeed: boolean }>();
  for (const { summary } of receipts) {
    if (!summary) continue;
    const { fingerprint, name, oneSeed } = summary;
    const group = groups.get(fingerprint) ?? { names: new Set(), oneSeed: true };
    group.names.add(name);
    group.oneSeed &&= oneSeed;
    groups.set(fingerprint, group);
  }
  return [...groups.values()]
    .filter(({ names }) => names.size > 1)
    .map(({ names, oneSeed }) => {
      const says = `The receipts of ${namedIn([...names])} hold the same weights.`;
      return oneSeed
        ? `${says} Their assignment gives everyone one seed, so equal settings give equal weights by themselves.`
        : `${says} Where every learner has a seed of their own, two trainings do not end in the same weights.`;
    });
}
