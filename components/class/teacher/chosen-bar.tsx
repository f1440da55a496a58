"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Row } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { deleteLearners, renewCodes } from "@/content/class/roster-api";
import { rosterLimits } from "@/content/class/roster-messages";
import { counted } from "@/labs/arithmetic/number-text";
import type { LearnerCode } from "./code-list";
import type { Learner } from "./shown-rows";

type Props = {
  classId: string;
  /** Those that are ticked. */
  learners: readonly Learner[];
  /** How many curves are drawn; null where there are none to draw. */
  drawn: number | null;
  /** The ids of all learners that the board shows. */
  shown: readonly string[];
  onChosen(ids: readonly string[]): void;
  onChanged(): void;
  onCodes(codes: readonly LearnerCode[]): void;
};

/** The work on several learners at once; the server takes so many in one request. */
const parts = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / rosterLimits.atOnce) }, (_, at) =>
    ids.slice(at * rosterLimits.atOnce, (at + 1) * rosterLimits.atOnce),
  );

/** Acts on the learners that are ticked. */
export function ChosenBar(props: Props) {
  const { classId, learners, drawn, shown, onChosen, onChanged, onCodes } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const ids = learners.map(({ id }) => id);

  async function giveCodes() {
    const codes: LearnerCode[] = [];
    let refused: string | null = null;
    for (const some of parts(ids)) {
      const answer = await renewCodes(classId, some);
      if (!answer.ok) refused = answer.problem;
      if (!answer.ok) break;
      const sections = new Map(learners.map(({ id, section }) => [id, section]));
      codes.push(
        ...answer.value.codes.map((code) => ({
          ...code,
          section: sections.get(code.learner) ?? null,
        })),
      );
    }
    // Those that were made are not lost, whatever came of the rest.
    if (codes.length > 0) onCodes(codes);
    setProblem(refused);
    return refused;
  }

  async function remove() {
    for (const some of parts(ids)) {
      const answer = await deleteLearners(classId, some);
      if (!answer.ok) return answer.problem;
    }
    onChosen([]);
    onChanged();
    return null;
  }

  const those = counted(learners.length, "learner");
  return (
    <Row role="group" aria-label="The learners that are ticked" data-chosen>
      <Status>
        {those} ticked
        {drawn !== null && drawn < learners.length && `, ${drawn} curves drawn`}.
      </Status>
      {shown.length > learners.length && (
        <Button onClick={() => onChosen(shown)}>Tick all {shown.length} shown</Button>
      )}
      <Button onClick={() => onChosen([])}>Tick none</Button>
      <ConfirmButton
        label="New codes"
        says={`${those === "1 learner" ? "The learner gets a new code" : `The ${those} get new codes`}, and the codes before are void. Browsers that are in the class stay in it.`}
        yes="Make new codes"
        onYes={giveCodes}
      />
      <ConfirmButton
        label="Delete them"
        says={`With ${those} go all that they handed in, for good.`}
        yes={`Delete ${those} for good`}
        onYes={remove}
      />
      <Problem role="alert">{problem}</Problem>
    </Row>
  );
}
