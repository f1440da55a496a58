"use client";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { titleIn } from "@/components/class/class-assignment";
import { ClassSection } from "@/components/class/class-section";
import { Choice } from "@/components/kit/choice";
import { TextField } from "@/components/kit/field";
import { Row, Small } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import type { LmsMessage } from "@/content/class/lms-messages";
import type { QuizzesMessage } from "@/content/class/quiz-messages";
import { counted } from "@/labs/arithmetic/number-text";
import { BoardTable } from "./board-table";
import { CellDialog } from "./cell-dialog";
import { ChosenBar } from "./chosen-bar";
import type { LearnerCode } from "./code-list";
import { CompareCurves } from "./compare-curves";
import { gradebookOf } from "./grades";
import { LearnerDialog } from "./learner-dialog";
import type { Board } from "./merged-board";
import { type OwnStandings, quizStandings } from "./quiz-standings";
import { SavedFiles } from "./saved-files";
import {
  allShown,
  cellChoices,
  orders,
  type Shown,
  sectionsOf,
  shownRows,
} from "./shown-rows";

/** How many curves are drawn at once: more cannot be told apart. */
const mostDrawn = 8;

type Opened = { learner: string; assignment: string | null } | null;

type Props = {
  board: Board;
  /** Null where there are none, or none yet. */
  quizzes: QuizzesMessage | null;
  /** Null where the class is no course of an LMS. */
  lms: LmsMessage | null;
  onChanged(): void;
  /** Takes the new codes of learners, to be shown this once. */
  onCodes(codes: readonly LearnerCode[]): void;
};

const noQuiz: ReadonlyMap<string, OwnStandings> = new Map();

/** The learners of a class, with all that they handed in, and their curves. */
export function LearnerSection({ board, quizzes, lms, onChanged, onCodes }: Props) {
  const [shown, setShown] = useState(allShown);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<Opened>(null);
  const wanted = useDeferredValue(shown);
  const { assignments, learners } = board;
  const standings = useMemo(
    () => (quizzes ? quizStandings(quizzes, assignments) : noQuiz),
    [quizzes, assignments],
  );
  const grades = useMemo(() => gradebookOf(board, standings), [board, standings]);
  const rows = useMemo(() => shownRows(board, wanted, grades), [board, wanted, grades]);
  const present = useMemo(() => {
    const there = new Set(learners.map(({ id }) => id));
    return chosen.filter((id) => there.has(id));
  }, [chosen, learners]);
  const drawn = useMemo(() => present.slice(0, mostDrawn), [present]);
  const learner = learners.find(({ id }) => id === opened?.learner);
  const asked = assignments.find(({ id }) => id === opened?.assignment);
  const count = learners.filter(({ waiting }) => !waiting).length;

  const onCell = useCallback((learner: string, assignment: string) => {
    setOpened({ learner, assignment });
  }, []);
  const onLearner = useCallback((learner: string) => {
    setOpened({ learner, assignment: null });
  }, []);
  const onChosen = useCallback((learner: string, ticked: boolean) => {
    setChosen((before) => {
      const others = before.filter((id) => id !== learner);
      return ticked ? [...others, learner] : others;
    });
  }, []);
  const close = () => setOpened(null);

  return (
    <>
      <ClassSection title="Learners">
        <BoardFilter board={board} shown={shown} onShown={setShown} />
        <Status>
          {rows.length === count
            ? counted(rows.length, "learner")
            : `${rows.length} of ${counted(count, "learner")}`}
          , {counted(board.count, "receipt")} in all.
        </Status>
        {present.length > 0 && (
          <ChosenBar
            classId={board.class.id}
            learners={learners.filter(({ id }) => present.includes(id))}
            drawn={assignments.length > 0 ? drawn.length : null}
            shown={rows.map(({ learner }) => learner.id)}
            {...{ onChanged, onCodes }}
            onChosen={setChosen}
          />
        )}
        <BoardTable
          {...{ board, rows, onCell, onLearner, onChosen }}
          shown={wanted}
          chosen={new Set(present)}
        />
        <SavedFiles {...{ board, grades }} quizzes={standings.size > 0} />
        <Small>
          A cell shows the best of what a learner handed in, and how many; it opens them
          all, to be marked.{" "}
          {quizzes && "“4 of 6 right” is the score of a graded quiz that was started. "}
          Tick learners to draw their curves, give them new codes or delete them.
        </Small>
      </ClassSection>
      {drawn.length > 0 && assignments.length > 0 && (
        <CompareCurves
          board={board}
          chosen={drawn}
          assignment={shown.assignment}
          onNone={() => setChosen([])}
        />
      )}
      {learner && asked && (
        <CellDialog
          key={`${learner.id} ${asked.id}`}
          {...{ board, learner, onChanged }}
          assignment={asked}
          own={grades(learner.id)}
          questions={quizzes?.questions ?? []}
          troubles={(lms?.troubles ?? []).filter(
            (one) => one.learner === learner.id && one.assignment === asked.id,
          )}
          onClose={close}
        />
      )}
      {learner && opened?.assignment === null && (
        <LearnerDialog
          {...{ board, learner, onChanged }}
          own={grades(learner.id)}
          onCodes={(codes) => {
            close();
            onCodes(codes);
          }}
          onClose={close}
        />
      )}
    </>
  );
}

type FilterProps = { board: Board; shown: Shown; onShown(shown: Shown): void };

/** Chooses which learners the board shows, and in which order. */
function BoardFilter({ board, shown, onShown }: FilterProps) {
  const set = (changed: Partial<Shown>) => onShown({ ...shown, ...changed });
  const assignments: Record<string, string> = {
    "": "all assignments",
    ...Object.fromEntries(board.assignments.map(({ id, link }) => [id, titleIn(link)])),
  };
  const sections = sectionsOf(board.learners);
  const sectionNames: Record<string, string> = {
    "": "all sections",
    ...Object.fromEntries(sections.map((section) => [section, section])),
  };
  return (
    <Row
      as="form"
      aria-label="Which learners are shown"
      onSubmit={(event) => event.preventDefault()}
    >
      <TextField
        label="Name"
        type="search"
        value={shown.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      {sections.length > 0 && (
        <Choice
          label="Section"
          value={shown.section}
          named={sectionNames}
          onChoose={(section) => set({ section })}
        />
      )}
      <Choice
        label="Assignment"
        value={shown.assignment}
        named={assignments}
        onChoose={(assignment) => set({ assignment })}
      />
      <Choice
        label="Verdict"
        value={shown.verdict}
        named={cellChoices}
        onChoose={(verdict) => set({ verdict })}
      />
      <Choice
        label="Sorted by"
        value={shown.order}
        named={orders}
        onChoose={(order) => set({ order })}
      />
    </Row>
  );
}
