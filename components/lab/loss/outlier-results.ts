// The verdicts of each side on the outliers, and in words.
import { listText } from "@/components/kit/wording";
import type { OutlierResult } from "@/labs/landscape/outlier-verdict";
import type { Side } from "../training/side";

/** A result with the name of its side, and its latest pass. */
export type SideResult = OutlierResult & { label: string; pass: number };

/** Results with what they are results of. */
export const namedResults = (
  results: readonly OutlierResult[],
  sides: readonly Side[],
): readonly SideResult[] =>
  results.map((result, at) => {
    const { label = "", passes = [] } = sides[at] ?? {};
    return { ...result, label, pass: passes.at(-1)?.pass ?? 0 };
  });

/** The sides that obey an outlier, in one sentence. */
export function obeyText(results: readonly SideResult[], chosen: number): string {
  const pass = Math.max(...results.map((one) => one.pass));
  const of = (wanted: boolean) =>
    results
      .filter(({ verdicts }) => verdicts[chosen]?.obeys === wanted)
      .map(({ label }) => label || "The network");
  const [yes, no] = [of(true), of(false)];
  if (yes.length + no.length === 0) return "";
  if (pass === 0) return "Train to see which loss obeys the outlier.";
  const which = `outlier ${chosen + 1}`;
  const are = (names: readonly string[], one: string, many: string) =>
    `${listText(names)} ${names.length === 1 ? one : many}`;
  const when = `After pass ${pass}: `;
  const alone = results.length === 1;
  if (no.length === 0) {
    return `${when}${alone ? `the network obeys ${which}` : `all losses obey ${which}`}.`;
  }
  if (yes.length === 0) {
    return `${when}${alone ? `the network does not obey ${which}` : `no loss obeys ${which}`}.`;
  }
  return `${when}${are(yes, "obeys", "obey")} ${which}; ${are(no, "does", "do")} not.`;
}
