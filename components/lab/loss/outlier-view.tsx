"use client";
import { useMemo } from "react";
import { Small, Stack } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import { capital } from "@/components/kit/wording";
import { MapPanes } from "@/components/lab/plane/map-frame";
import { workOut } from "@/components/lab/training/ask-view-worker";
import { type Side, trainedRun } from "@/components/lab/training/side";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { useWorkedView } from "@/components/lab/training/use-worked";
import { numberText, shareText } from "@/labs/arithmetic/number-text";
import { kindOf } from "@/labs/data/datasets";
import { firstOutlier, type HeldSet, heldSet } from "@/labs/data/sample";
import { outlierResults } from "@/labs/landscape/outlier-verdict";
import { LineSample } from "./boundary-lines";
import { useOutlierEditor } from "./outlier-editor";
import { OutlierFields } from "./outlier-fields";
import { OutlierMap } from "./outlier-map";
import { namedResults, obeyText, type SideResult } from "./outlier-results";
import styles from "./outlier-view.module.css";
import { lossShareText } from "./shares";

/** The meaning of obeying, for each kind of target. */
const meanings = {
  classes: "A loss obeys an outlier if the network gives it the outlier’s own class.",
  several: "A loss obeys an outlier if the network gives it the outlier’s own class.",
  number:
    "A loss obeys an outlier if it bends the score there, away from the mean target of the five points around, by more than half the range of all other targets, or by half the way to the outlier’s own.",
} as const;

const workOutResults = (sides: readonly Side[]) =>
  workOut("outliers", sides.map(trainedRun), outlierResults);

/** An outlier to drag, and which of the losses obeys it. */
export function OutlierView({ state, controls }: ViewProps) {
  const editor = useOutlierEditor(state, controls);
  const found = useWorkedView(state.sides, workOutResults, state.status === "running");
  const { run, sides } = state;
  const { sample } = sides[0];
  // The same list until the points change: the map draws them once.
  const others = useMemo(
    () => sample.points?.train.slice(0, firstOutlier(run, sample)),
    [run, sample],
  );
  if (!others) {
    return <Small>Outliers can be moved where examples are points of the plane.</Small>;
  }
  const results = found ? namedResults(found.value, found.of) : [];
  const trained = results.some(({ pass }) => pass > 0);
  const text = obeyText(results, editor.chosen);
  return (
    <Stack role="group" aria-label="Outliers">
      <h3>Which loss obeys an outlier?</h3>
      <p className={styles.lead}>
        {editor.outliers.length === 0
          ? "Add a point that contradicts all others, and train."
          : text}{" "}
        <Small as="span">{meanings[kindOf(run)]}</Small>
      </p>
      <MapPanes>
        <OutlierMap
          {...{ run, editor }}
          points={others}
          results={trained ? results : []}
        />
        <Stack>
          <OutlierFields {...{ run, editor }} />
          {results.length > 0 && (
            <OutlierTable
              held={heldSet(run)}
              results={results}
              chosen={editor.chosen}
              lined={trained}
            />
          )}
        </Stack>
      </MapPanes>
      <Status unseen>{state.status === "done" ? text : editor.news}</Status>
    </Stack>
  );
}

type OutlierTableProps = {
  held: HeldSet;
  results: readonly SideResult[];
  chosen: number;
  lined: boolean;
};

/** The verdict of each loss on one outlier. */
function OutlierTable({ held, results, chosen, lined }: OutlierTableProps) {
  const tested = results.some(({ right }) => right !== null);
  return (
    <ScrollTable label="Losses and outlier" height="whole">
      <ColumnHeads
        names={[
          "Loss",
          "Obeys",
          "Score there",
          "Loss there",
          "Share of all loss",
          tested && `${capital(held)} points right`,
        ]}
      />
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
              <td>{verdict ? lossShareText(verdict.loss, verdict.share) : "–"}</td>
              {tested && <td>{right === null ? "–" : shareText(right)}</td>}
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}
