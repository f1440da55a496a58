"use client";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { titleIn } from "@/components/class/class-assignment";
import { ClassSection } from "@/components/class/class-section";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { download } from "@/components/kit/download";
import { TextField } from "@/components/kit/field";
import { Row, Small } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import type { QuizzesMessage } from "@/content/class/quiz-messages";
import { counted } from "@/labs/arithmetic/number-text";
import { BoardTable } from "./board-table";
import { CellDialog } from "./cell-dialog";
import { CompareCurves } from "./compare-curves";
import { LearnerDialog } from "./learner-dialog";
import type { Board } from "./merged-board";
import { type OwnStandings, quizStandings } from "./quiz-standings";
import { allShown, cellChoices, orders, type Shown, shownRows } from "./shown-rows";

/** How many curves are drawn at once. */
const mostChosen = 8;

type Opened = { learner: string; assignment: string | null } | null;

type Props = {
  board: Board;
  /** Null where there are none, or none yet. */
  quizzes: QuizzesMessage | null;
  onChanged(): void;
};

const noQuiz: ReadonlyMap<string, OwnStandings> = new Map();

/** The learners of a class, with all that they handed in, and their curves. */
export function LearnerSection({ board, quizzes, onChanged }: Props) {
  const [shown, setShown] = useState(allShown);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<Opened>(null);
  const [unloaded, setUnloaded] = useState(false);
  const wanted = useDeferredValue(shown);
  const rows = useMemo(() => shownRows(board, wanted), [board, wanted]);
  const { assignments } = board;
  const standings = useMemo(
    () => (quizzes ? quizStandings(quizzes, assignments) : noQuiz),
    [quizzes, assignments],
  );
  const { learners } = board;
  const present = useMemo(
    () => chosen.filter((id) => learners.some((one) => one.id === id)),
    [chosen, learners],
  );
  const learner = learners.find(({ id }) => id === opened?.learner);

  const onCell = useCallback((learner: string, assignment: string) => {
    setOpened({ learner, assignment });
  }, []);
  const onLearner = useCallback((learner: string) => {
    setOpened({ learner, assignment: null });
  }, []);
  const onChosen = useCallback((learner: string, drawn: boolean) => {
    setChosen((before) => {
      const others = before.filter((id) => id !== learner);
      return drawn ? [...others, learner].slice(-mostChosen) : others;
    });
  }, []);
  const close = () => setOpened(null);

  async function saveCsv() {
    const loaded = await import("./board-csv").catch(() => null);
    setUnloaded(loaded === null);
    if (!loaded) return;
    const { origin } = window.location;
    const { name, text } = loaded.boardFile(board, standings, origin, new Date());
    download(name, text, "text/csv");
  }

  return (
    <>
      <ClassSection title="Learners">
        <BoardFilter board={board} shown={shown} onShown={setShown} />
        <Row>
          <Status>
            {rows.length === learners.length
              ? counted(rows.length, "learner")
              : `${rows.length} of ${counted(learners.length, "learner")}`}
            , {counted(board.count, "receipt")} in all.
            {present.length >= mostChosen &&
              ` ${mostChosen} curves are drawn: more cannot be told apart.`}
            {unloaded && " What writes the CSV could not be loaded: try again."}
          </Status>
          <Button disabled={board.count + standings.size === 0} onClick={saveCsv}>
            {standings.size > 0
              ? "All receipts and quiz scores as CSV"
              : "All receipts as CSV"}
          </Button>
        </Row>
        <BoardTable
          {...{ board, rows, standings, mostChosen, onCell, onLearner, onChosen }}
          shown={wanted}
          chosen={new Set(present)}
        />
        <Small>
          A cell shows the best of what a learner handed in, and how many; it opens them
          all.{" "}
          {quizzes && "“4 of 6 right” is the score of a graded quiz that was started. "}
          Tick learners to draw their curves.
        </Small>
      </ClassSection>
      {present.length > 0 && board.assignments.length > 0 && (
        <CompareCurves
          board={board}
          chosen={present}
          assignment={shown.assignment}
          onNone={() => setChosen([])}
        />
      )}
      {learner && opened?.assignment && (
        <CellDialog
          {...{ board, learner }}
          assignment={opened.assignment}
          standing={standings.get(learner.id)?.get(opened.assignment)}
          questions={quizzes?.questions ?? []}
          onClose={close}
        />
      )}
      {learner && opened?.assignment === null && (
        <LearnerDialog {...{ board, learner, onChanged }} onClose={close} />
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
