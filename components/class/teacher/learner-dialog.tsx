"use client";
import { useState } from "react";
import { assignmentIn, titleIn } from "@/components/class/class-assignment";
import { standingOf, VerdictMark } from "@/components/class/standing";
import { Button } from "@/components/kit/button";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Dialog } from "@/components/kit/dialog";
import { TextField } from "@/components/kit/field";
import { PlainList, Row, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { momentText } from "@/components/kit/wording";
import { deleteLearner } from "@/content/class/class-api";
import { changeLearner, renewCode } from "@/content/class/roster-api";
import { rosterLimits } from "@/content/class/roster-messages";
import { counted } from "@/labs/arithmetic/number-text";
import { gradeOf, hasPoints, pointsText } from "../grade";
import type { LearnerCode } from "./code-list";
import { nothingText, type OwnWork, sumOf, workFor } from "./grades";
import type { Board } from "./merged-board";
import { standingText } from "./quiz-standings";
import type { Learner } from "./shown-rows";

type Props = {
  board: Board;
  learner: Learner;
  own: OwnWork;
  onChanged(): void;
  /** Takes a new code, to be shown this once. */
  onCodes(codes: readonly LearnerCode[]): void;
  onClose(): void;
};

/** One learner: their work, the list's words on them, and the ways back in or out. */
export function LearnerDialog(props: Props) {
  const { board, learner, own, onChanged, onCodes, onClose } = props;
  const { id, name, joined, section } = learner;
  const classId = board.class.id;
  const receipts = [...own.handedIn.values()].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  const sum = sumOf(board.assignments, own);

  async function giveCode() {
    const answer = await renewCode(classId, id);
    if (!answer.ok) return answer.problem;
    onCodes([{ learner: id, name, section, code: answer.value.code }]);
    return null;
  }

  async function remove() {
    const answer = await deleteLearner(classId, id);
    if (!answer.ok) return answer.problem;
    onChanged();
    onClose();
    return null;
  }

  return (
    <Dialog title={name} onClose={onClose}>
      <Stack>
        <p>
          {learner.came ? `Joined ${momentText(joined)}` : "On the list, not here yet"};{" "}
          {counted(receipts, "receipt")} handed in
          {sum && `; ${pointsText(sum.earned)} of ${counted(sum.of, "point")}`}.
        </p>
        <PlainList>
          {board.assignments.map((assignment) => (
            <AssignmentLine key={assignment.id} {...{ assignment, own }} />
          ))}
        </PlainList>
        <ListedForm {...{ classId, learner, onChanged }} />
        <p>
          With a code of their own {name} comes in on another computer, or where the
          browser has forgotten the class.
        </p>
        <Row>
          <ConfirmButton
            label="Let in again: a new code"
            says="The code before is void. Browsers that are in the class stay in it."
            yes="Make a new code"
            onYes={giveCode}
          />
          <ConfirmButton
            label="Delete this learner"
            says={`With ${name} go ${counted(receipts, "receipt")} and all answers, for good.`}
            yes="Delete for good"
            onYes={remove}
          />
        </Row>
      </Stack>
    </Dialog>
  );
}

type LineProps = { assignment: Board["assignments"][number]; own: OwnWork };

/** How the learner stands in one assignment. */
function AssignmentLine({ assignment, own }: LineProps) {
  const asked = assignmentIn(assignment.link);
  const work = workFor(assignment, own);
  const grade = gradeOf(asked, work);
  const { receipts, quiz, mark } = work;
  const facts = [
    mark?.verdict && `${mark.verdict} by a teacher`,
    quiz && standingText(quiz),
    hasPoints(asked) &&
      grade?.earned != null &&
      `${pointsText(grade.earned)} of ${counted(grade.of, "point")}`,
    grade?.late && "late",
  ].filter(Boolean);
  return (
    <li>
      {titleIn(assignment.link)}:{" "}
      {receipts.length > 0 && <VerdictMark verdict={standingOf(receipts).best} />}
      {receipts.length === 0 && facts.length === 0 && nothingText(assignment.link)}
      {receipts.length > 0 && facts.length > 0 && " · "}
      {facts.join(" · ")}
    </li>
  );
}

type ListedProps = Pick<Props, "learner" | "onChanged"> & { classId: string };

/** The id and the section of a learner. */
function ListedForm({ classId, learner, onChanged }: ListedProps) {
  const [studentId, setStudentId] = useState(learner.studentId ?? "");
  const [section, setSection] = useState(learner.section ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState("");

  async function save() {
    const answer = await changeLearner(classId, learner.id, { studentId, section });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setNews("Saved.");
    onChanged();
  }

  return (
    <Row
      as="form"
      aria-label="On the list"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label="Id"
        value={studentId}
        maxLength={rosterLimits.studentId}
        onChange={({ target }) => setStudentId(target.value)}
      />
      <TextField
        label="Section"
        value={section}
        maxLength={rosterLimits.section}
        onChange={({ target }) => setSection(target.value)}
      />
      <Button type="submit">Save</Button>
      <Status>{news}</Status>
      <Problem role="alert">{problem}</Problem>
    </Row>
  );
}
