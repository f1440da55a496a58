"use client";
// The lab of a case: its bench under the goals, judged by the run as an assignment's are.
import { use, useEffect, useId, useMemo } from "react";
import {
  GoalChecklist,
  GoalsBar,
  GoalsPanel,
} from "@/components/assignment/do/goal-checklist";
import { useGoals } from "@/components/assignment/do/judged-goals";
import { Button } from "@/components/kit/button";
import { Row } from "@/components/kit/layout";
import { Notice } from "@/components/kit/notice";
import { Status } from "@/components/kit/status";
import { listText } from "@/components/kit/wording";
import { type AssignedBenchProps, LabBench } from "@/components/lab/lab-bench";
import type { LabControls } from "@/components/lab/training/use-lab";
import type { Case } from "@/content/clinic/case";
import type { Assignment } from "@/labs/assignment/assignment";
import { samePoints } from "@/labs/data/own-points";
import { formatRun } from "@/labs/run/link";
import { fields } from "@/labs/run/run";
import { keepTrial, OpenCase, useCase } from "./open-case";

/** The bench of the case that is open around it. */
export function CaseBench(props: AssignedBenchProps) {
  const { assignment } = props;
  const one = use(OpenCase);
  const start = useMemo(
    () => ({
      ...props.start,
      // Nobody is asked for a name: the bench is open at once.
      assigned: {
        assignment,
        name: "reader",
        start: assignment.run,
        lockedBy: "the case",
      },
    }),
    [props.start, assignment],
  );
  if (!one) throw new Error("A bench of the clinic stands in no case");
  return (
    <LabBench
      {...props}
      start={start}
      above={(controls, aside) => <CurePanel {...{ one, assignment, controls, aside }} />}
    />
  );
}

type PanelProps = {
  one: Case;
  assignment: Assignment;
  controls: LabControls;
  /** A place under the training buttons. */
  aside: HTMLElement | null;
};

const noAnswers: ReadonlySet<string> = new Set();

/** What may be changed, what the cure must reach, and how far it is. */
function CurePanel({ one, assignment, controls, aside }: PanelProps) {
  const id = useId();
  const { state } = controls;
  const goals = useGoals(state, assignment, noAnswers);
  const { cured } = useCase(one);
  const changed = useMemo(
    () => formatRun(state.run, assignment.run) !== "",
    [state.run, assignment],
  );
  const ended = goals.trained && goals.atRest && state.status !== "running";
  const whole = useMemo(
    () => samePoints(state.run.own, assignment.run.own),
    [state.run, assignment],
  );
  const holds = ended && goals.all && whole;
  const failed = ended && !holds && changed && state.status !== "paused";
  useEffect(() => {
    if (holds || failed) keepTrial(one, holds);
  }, [one, holds, failed]);
  const open = listText(one.open.map((setting) => fields[setting].label));
  return (
    <GoalsPanel aria-labelledby={id} data-cured={cured}>
      <div>
        <h3 id={id}>Change it, train it, see</h3>
        <p>You may change: {open}. All else is locked. Then train it again.</p>
      </div>
      <GoalChecklist
        {...{ goals, assignment }}
        asked={{ status: "waiting" }}
        id={`${id}goals`}
      />
      <GoalsBar {...{ goals, aside }} to={`${id}goals`} last="Cured" />
      <Status as="div">
        {holds ? (
          <Notice tone="good" title="Cured">
            <p>The run reached every goal.</p>
          </Notice>
        ) : (
          failed && (
            <Notice tone="bad" title="Not cured yet">
              <p>
                {whole
                  ? "This run misses a goal."
                  : "Its points are no longer those of the case."}{" "}
                <a href="#hints">A hint is open to you now.</a>
              </p>
            </Notice>
          )
        )}
      </Status>
      {changed && (
        <Row>
          <Button onClick={() => controls.set(assignment.run)}>
            Back to the sick run
          </Button>
        </Row>
      )}
    </GoalsPanel>
  );
}
