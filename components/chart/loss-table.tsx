import { lossText } from "@/labs/claim";
import type { Pass } from "@/labs/pass";
import { thinned } from "@/labs/thinned";
import styles from "../lab/lab.module.css";
import type { Side } from "../lab/training/sides";

const mostRows = 50;

/** The losses of every side, pass by pass: of a long run an even choice of passes. */
export function LossTable({ sides }: { sides: readonly Side[] }) {
  const longest = sides.reduce<readonly Pass[]>(
    (most, { passes }) => (passes.length > most.length ? passes : most),
    [],
  );
  const rows = thinned(longest, mostRows);
  const lossesAt = (index: number) =>
    sides.flatMap(({ passes }, side) => [
      { key: `${side} train`, loss: passes[index]?.trainLoss },
      { key: `${side} test`, loss: passes[index]?.testLoss },
    ]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Loss table">
      <table>
        {rows.length < longest.length && (
          <caption>
            {rows.length} of {longest.length} passes, evenly spread
          </caption>
        )}
        <thead>
          <tr>
            <th scope="col">Pass</th>
            {sides.flatMap(({ label }) =>
              ["train loss", "test loss"].map((loss) => (
                <th scope="col" key={`${label} ${loss}`}>
                  {label ? `${label}, ${loss}` : loss[0]?.toUpperCase() + loss.slice(1)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ pass }) => (
            <tr key={pass}>
              <th scope="row">{pass}</th>
              {lossesAt(pass).map(({ key, loss }) => (
                <td key={key}>{loss === undefined ? "–" : lossText(loss)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
