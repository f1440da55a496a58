// The peers' table as README has it: to be pasted there.
import type { Result } from "./compare";
import { peers } from "./in-browser/peers";
import { rounded } from "./statistics";

/** Milliseconds per pass, and how many times as long as Next Pass's own on that device. */
function cell(result: Result | undefined): string {
  if (!result) return "";
  if ("failure" in result) return "–";
  const { median, times } = result;
  const { median: ratio = 1, p10 = 1, p90 = 1 } = times ?? {};
  const time = rounded(median);
  return ratio === 1
    ? time
    : `${time}: ${rounded(ratio)}× (${rounded(p10)}–${rounded(p90)})`;
}

/** One row for each peer, one column for each network, in Markdown. */
export function readmeTable(results: readonly Result[]): string {
  const networks = [...new Set(results.map(({ network }) => network))];
  const named = [...new Set(results.map(({ peer }) => peer))];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = named.map((peer) => {
    const own = networks.map((network) =>
      cell(results.find((one) => one.peer === peer && one.network === network)),
    );
    return line([peer, ...own, peers[peer].note]);
  });
  return [
    line(["", ...networks, "it leaves out, or is"]),
    line(["---", ...networks.map(() => "---:"), "---"]),
    ...rows,
  ].join("\n");
}
