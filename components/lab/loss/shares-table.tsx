import { kindOf } from "@/labs/dataset";
import { numberText } from "@/labs/number-text";
import { firstOutlier } from "@/labs/sample";
import lab from "../lab.module.css";
import type { Side } from "../training/sides";
import styles from "./loss.module.css";
import { rowOf, type Shares, worst } from "./shares";

/** The training examples with the largest shares of the loss. */
export function SharesTable({ side, shares }: { side: Side; shares: Shares }) {
  const { run, sample } = side;
  const { points } = sample;
  const shown = shares.order.slice(0, worst);
  const outliersFrom = firstOutlier(run, sample);
  return (
    <div
      className={`${lab.scroll} ${styles.whole}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
      tabIndex={0}
      role="group"
      aria-label="Largest shares"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Example</th>
            {points && <th scope="col">x</th>}
            {points && <th scope="col">y</th>}
            <th scope="col">Target</th>
            <th scope="col">{kindOf(run) === "several" ? "Its score" : "Score"}</th>
            <th scope="col">Loss</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((at) => {
            const point = points?.train[at];
            const { target, score, loss, share } = rowOf(side, shares, at);
            return (
              <tr key={at}>
                <th scope="row">
                  {at >= outliersFrom ? `outlier ${at - outliersFrom + 1}` : at + 1}
                </th>
                {point && <td>{numberText(point.x)}</td>}
                {point && <td>{numberText(point.y)}</td>}
                <td>{target}</td>
                <td>{score}</td>
                <td>{loss}</td>
                <td>{share}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
