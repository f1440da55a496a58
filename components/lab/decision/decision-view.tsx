"use client";
import { useId, useMemo, useState } from "react";
import { Button } from "@/components/kit/button";
import { IndexChoice } from "@/components/kit/choice";
import { Field } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { ColumnHeads } from "@/components/kit/scroll-table";
import {
  type ClassAnswers,
  useClassAnswers,
} from "@/components/lab/training/class-answers";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { kindOf } from "@/labs/data/datasets";
import {
  accuracyOf,
  areaUnder,
  calibrationError,
  calibrationOf,
  chanceOf,
  cheapestThreshold,
  costOf,
  type Decisions,
  decide,
  fairThreshold,
  falseAlarmRateOf,
  type Judged,
  precisionOf,
  recallOf,
  rocOf,
  thresholdStep,
} from "@/labs/decision/decision";
import { CalibrationDrawing, ChancesDrawing, RocDrawing } from "./decision-drawings";
import styles from "./decision-view.module.css";

/** When a network says yes: a threshold, what follows from it, and whether chances are kept. */
export function DecisionView({ side }: ViewProps) {
  if (kindOf(side.run) === "number") {
    return <Small>Choose data with classes: only those are a matter of yes or no.</Small>;
  }
  return <Decision side={side} />;
}

/** The network's chances of one class against all others. */
function judgedOf(answers: ClassAnswers, yes: number): Judged {
  const { truths, certainty, names } = answers;
  const chances = Float64Array.from(truths, (_, at) => {
    const sure = answers.sureAt(at);
    if (names.length > 2) return chanceOf(certainty, sure[yes] ?? Number.NaN);
    const chance = chanceOf(certainty, sure[0] ?? Number.NaN);
    return yes === 1 ? chance : 1 - chance;
  });
  return { chances, truths: Array.from(truths, (truth) => truth === yes) };
}

/** The prices of a miss that can be chosen, in false alarms. */
const missCosts = [1, 2, 5, 10, 20, 50, 100];

const percent = (share: number | null) =>
  share === null ? "–" : `${(100 * share).toFixed(1)} %`;

function Decision({ side }: Pick<ViewProps, "side">) {
  const id = useId();
  const answers = useClassAnswers(side);
  const { names } = answers;
  const [chosen, setChosen] = useState(1);
  const yes = Math.min(chosen, names.length - 1);
  const [threshold, setThreshold] = useState(0.5);
  const judged = useMemo(() => judgedOf(answers, yes), [answers, yes]);
  const now = decide(judged, threshold);
  const name = names[yes] ?? "";
  return (
    <Stack role="group" aria-labelledby={id} className={styles.view} data-decision>
      <h3 id={id}>The threshold for “{name}”</h3>
      {names.length > 2 && (
        <IndexChoice
          inline
          label="Yes means"
          options={names}
          value={yes}
          onChoose={setChosen}
        />
      )}
      <figure className={styles.chancesFigure}>
        <ChancesDrawing
          {...{ judged, threshold, yes }}
          label={`How sure the network is of ${name}: examples that are, above the line, and all others below`}
        />
        <Field label={`Say ${name} from a probability of`}>
          {(control) => (
            <div className={styles.slider}>
              <output htmlFor={control.id}>{percent(threshold)}</output>
              <input
                {...control}
                type="range"
                min="0"
                max="1"
                step={thresholdStep}
                value={threshold}
                onChange={({ target }) => setThreshold(Number(target.value))}
              />
            </div>
          )}
        </Field>
        <Small as="figcaption">
          Examples by the probability that the network gives them, from 0 to 100 %: up are
          those that are {name}, down all others; heights grow with the logarithm of the
          count.
          {answers.certainty === "scores" &&
            " This loss gives no probabilities: a score of −1 is drawn as 0 %, +1 as 100 %."}
        </Small>
      </figure>
      <div className={styles.panes}>
        <Outcomes {...{ now, name }} />
        <Cost {...{ judged, now, threshold }} onThreshold={setThreshold} />
        <Curves {...{ judged, now, threshold, name }} />
      </div>
    </Stack>
  );
}

/** The four outcomes, and what is called what. */
function Outcomes({ now, name }: { now: Decisions; name: string }) {
  const { hits, misses, falseAlarms, rejections } = now;
  const all = hits + misses + falseAlarms + rejections;
  const plain = Math.max(hits + misses, falseAlarms + rejections) / all;
  return (
    <div className={styles.pane}>
      <table className={styles.outcomes}>
        <ColumnHeads names={[null, `says ${name}`, "says no"]} />
        <tbody>
          <tr>
            <th scope="row">is {name}</th>
            <td data-right>{hits} found</td>
            <td>{misses} missed</td>
          </tr>
          <tr>
            <th scope="row">is not</th>
            <td>{falseAlarms} false alarms</td>
            <td data-right>{rejections} left alone</td>
          </tr>
        </tbody>
      </table>
      <dl className={styles.measures}>
        <dt>Recall</dt>
        <dd data-measure="recall">
          <b>{percent(recallOf(now))}</b> of what is {name} is found
        </dd>
        <dt>Precision</dt>
        <dd data-measure="precision">
          <b>{percent(precisionOf(now))}</b> of what it calls {name} is
        </dd>
        <dt>Accuracy</dt>
        <dd data-measure="accuracy">
          <b>{percent(accuracyOf(now))}</b> of all answers are right; one that always
          gives the same answer gets {percent(plain)}
        </dd>
      </dl>
    </div>
  );
}

type CostProps = {
  judged: Judged;
  now: Decisions;
  threshold: number;
  onThreshold(threshold: number): void;
};

/** The price of the two kinds of mistakes, and the threshold at which they cost least. */
function Cost({ judged, now, threshold, onThreshold }: CostProps) {
  const [chosen, setChosen] = useState(missCosts.indexOf(20));
  const missCost = missCosts[chosen] ?? 1;
  const best = useMemo(() => cheapestThreshold(judged, missCost), [judged, missCost]);
  const least = costOf(decide(judged, best), missCost);
  return (
    <div className={styles.pane}>
      <IndexChoice
        label="One miss costs as much as"
        options={missCosts.map((cost) =>
          cost === 1 ? "1 false alarm" : `${cost} false alarms`,
        )}
        value={chosen}
        onChoose={setChosen}
      />
      <p data-measure="cost">
        The mistakes cost <b>{costOf(now, missCost)}</b> here. They would cost least,{" "}
        {least}, from {percent(best)} on. If every probability came true as often as it
        says, the place to say yes from would be 1 ÷ (1 + {missCost}) ={" "}
        {percent(fairThreshold(missCost))}.
      </p>
      <Row>
        <Button inactive={best === threshold} onClick={() => onThreshold(best)}>
          Go where it costs least
        </Button>
      </Row>
    </div>
  );
}

type CurvesProps = { judged: Judged; now: Decisions; threshold: number; name: string };

/** The ROC curve and the calibration. */
function Curves({ judged, now, threshold, name }: CurvesProps) {
  const roc = useMemo(() => rocOf(judged), [judged]);
  const tenths = useMemo(() => calibrationOf(judged), [judged]);
  if (roc.length === 0) return null;
  const area = areaUnder(roc);
  const here = {
    threshold,
    falseAlarmRate: falseAlarmRateOf(now) ?? 0,
    recall: recallOf(now) ?? 0,
  };
  return (
    <>
      <figure className={styles.pane}>
        <RocDrawing {...{ roc, area }} now={here} />
        <Small as="figcaption">
          <b>ROC.</b> Up: found. Right: false alarms among what is not {name}. The dot is
          this threshold. The area below, {area.toFixed(3)}, is how often a {name} example
          gets a higher probability than another; 0.5 is guessing.
        </Small>
      </figure>
      <figure className={styles.pane}>
        <CalibrationDrawing tenths={tenths} />
        <Small as="figcaption">
          <b>Calibration.</b> Right: the probability that was given. Up: how often it came
          true. On average the two are {percent(calibrationError(tenths))} apart; on the
          dashed line, probabilities come true as often as they say.
        </Small>
      </figure>
    </>
  );
}
