import { Num } from "@/components/kit/reader-numbers";
import { ScrollTable } from "@/components/kit/scroll-table";
import { capital } from "@/components/kit/wording";
import { numberText } from "@/labs/arithmetic/number-text";
import { thinOut } from "@/labs/arithmetic/thin-out";
import type { Pass } from "@/labs/training/training";
import type { LossCurve } from "./loss-curves";

const mostRows = 50;

/** The losses of every curve, pass by pass: of a long run an even choice of passes. */
export function LossTable({ curves }: { curves: readonly LossCurve[] }) {
  const longest = curves.reduce<readonly Pass[]>(
    (most, { passes }) => (passes.length > most.length ? passes : most),
    [],
  );
  const rows = thinOut(longest, mostRows);
  return (
    <ScrollTable label="Loss table">
      {rows.length < longest.length && (
        <caption>
          {rows.length} of {longest.length} passes, evenly spread
        </caption>
      )}
      <thead>
        <tr>
          <th scope="col">Pass</th>
          {curves.flatMap(({ id, label, held }) =>
            ["Train loss", `${capital(held)} loss`].map((loss) => (
              <th scope="col" key={`${id} ${loss}`}>
                {label ? `${label}, ${loss.toLowerCase()}` : loss}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ pass }) => (
          <tr key={pass}>
            <th scope="row">{pass}</th>
            {curves.flatMap(({ id, passes }) =>
              (["trainLoss", "heldLoss"] as const).map((loss) => {
                const value = passes[pass]?.[loss];
                return (
                  <td key={`${id} ${loss}`}>
                    {value === undefined ? "–" : <Num>{numberText(value)}</Num>}
                  </td>
                );
              }),
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
