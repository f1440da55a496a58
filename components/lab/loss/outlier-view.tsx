"use client";
import { useMemo } from "react";
import lab from "@/components/lab/lab.module.css";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { kindOf } from "@/labs/dataset";
import { numberText, shareText } from "@/labs/number-text";
import { firstOutlier } from "@/labs/sample";
import { LineSample } from "./boundary-lines";
import styles from "./loss.module.css";
import { OutlierFields } from "./outlier-fields";
import { OutlierMap } from "./outlier-map";
import { obeyText, outlierResults, type SideResult } from "./outlier-results";
import { useOutliers } from "./use-outliers";
import { useSliced } from "./use-sliced";

/** What counts as obeying, for each kind of target. */
const meanings = {
  classes: "A loss obeys an outlier if the network gives it the outlier’s own class.",
  several: "A loss obeys an outlier if the network gives it the outlier’s own class.",
  number:
    "A loss obeys an outlier if it bends the score there, away from the mean target of the five points around, by more than half the range of all other targets, or by half the way to the outlier’s own.",
} as const;

/** An outlier to drag, and which of the losses obeys it. */
export function OutlierView({ state, controls }: ViewProps) {
  const held = useOutliers(state, controls);
  const found = useSliced(state.sides, outlierResults);
  const { run, sides } = state;
  const { sample } = sides[0];
  // The same list until the points change: the map draws them once.
  const others = useMemo(
    () => sample.points?.train.slice(0, firstOutlier(run, sample)),
    [run, sample],
  );
  if (!others) {
    return (
      <p className={lab.small}>
        Outliers can be moved where examples are points of the plane.
      </p>
    );
  }
  const results = found?.value ?? [];
  const trained = results.some(({ pass }) => pass > 0);
  const text = obeyText(results, held.chosen);
  return (
    <div role="group" className={styles.view} aria-label="Outliers">
      <h3>Which loss obeys an outlier?</h3>
      <p>
        {held.outliers.length === 0
          ? "Add a point that contradicts all others, and train."
          : text}{" "}
        <span className={lab.small}>{meanings[kindOf(run)]}</span>
      </p>
      <div className={styles.beside}>
        <OutlierMap {...{ run, held }} points={others} results={trained ? results : []} />
        <div className={styles.column}>
          <OutlierFields {...{ run, held }} />
          {results.length > 0 && (
            <OutlierTable results={results} chosen={held.chosen} lined={trained} />
          )}
        </div>
      </div>
      <p role="status" className="visually-hidden">
        {state.status === "done" ? text : held.said}
      </p>
    </div>
  );
}

type Props = { results: readonly SideResult[]; chosen: number; lined: boolean };

/** What each loss makes of one outlier. */
function OutlierTable({ results, chosen, lined }: Props) {
  const tested = results.some(({ right }) => right !== null);
  return (
    <div
      className={`${lab.scroll} ${styles.whole}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
      tabIndex={0}
      role="group"
      aria-label="Losses and outlier"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Loss</th>
            <th scope="col">Obeys</th>
            <th scope="col">Score there</th>
            <th scope="col">Loss there</th>
            <th scope="col">Share of all loss</th>
            {tested && <th scope="col">Test points right</th>}
          </tr>
        </thead>
        <tbody>
          {results.map(({ label, pass, verdicts, right }, index) => {
            const verdict = verdicts[chosen];
            return (
              <tr key={label}>
                <th scope="row">
                  <span className={styles.lossName}>
                    {lined && <LineSample index={index} />}
                    {label || "This run"}
                  </span>
                </th>
                <td className={styles.obeys}>
                  {!verdict || pass === 0 ? "–" : verdict.obeys ? "✓ yes" : "✗ no"}
                </td>
                <td>{verdict ? numberText(verdict.score) : "–"}</td>
                <td>{verdict ? numberText(verdict.loss) : "–"}</td>
                <td>{verdict ? shareText(verdict.share) : "–"}</td>
                {tested && <td>{right === null ? "–" : shareText(right)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
