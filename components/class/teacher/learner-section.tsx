"use client";
import { useCallback, useDeferredValue, useId, useMemo, useState } from "react";
import classStyles from "@/components/class/class.module.css";
import { titleIn } from "@/components/class/class-assignment";
import { download } from "@/components/kit/download";
import type { QuizzesMessage } from "@/content/class/quiz-messages";
import { counted } from "@/labs/arithmetic/number-text";
import styles from "./board.module.css";
import { BoardTable } from "./board-table";
import { CellDialog } from "./cell-dialog";
import { Choice } from "./choice";
import { ComparePanel } from "./compare-curves";
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

/** The learners of a class, what they handed in, and their curves. */
export function LearnersPart({ board, quizzes, onChanged }: Props) {
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
  const present = chosen.filter((id) => board.learners.some((one) => one.id === id));
  const learner = board.learners.find(({ id }) => id === opened?.learner);

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
      <section className={classStyles.part} aria-labelledby="learners">
        <h2 id="learners">Learners</h2>
        <BoardFilter board={board} shown={shown} onShown={setShown} />
        <div className={classStyles.row}>
          <p role="status">
            {rows.length === board.learners.length
              ? counted(rows.length, "learner")
              : `${rows.length} of ${counted(board.learners.length, "learner")}`}
            , {counted(board.count, "receipt")} in all.
            {present.length >= mostChosen &&
              ` ${mostChosen} curves are drawn: more cannot be told apart.`}
            {unloaded && " What writes the CSV could not be loaded: try again."}
          </p>
          <button
            type="button"
            disabled={board.count + standings.size === 0}
            onClick={saveCsv}
          >
            {standings.size > 0
              ? "All receipts and quiz scores as CSV"
              : "All receipts as CSV"}
          </button>
        </div>
        <BoardTable
          {...{ board, rows, standings, mostChosen, onCell, onLearner, onChosen }}
          shown={wanted}
          chosen={new Set(present)}
        />
        <p className={classStyles.small}>
          A cell shows the best of what a learner handed in, and how many; it opens them
          all.{" "}
          {quizzes && "“4 of 6 right” is the score of a graded quiz that was started. "}
          Tick learners to draw their curves.
        </p>
      </section>
      {present.length > 0 && board.assignments.length > 0 && (
        <ComparePanel
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

type BoardFilterProps = { board: Board; shown: Shown; onShown(shown: Shown): void };

/** Chooses which learners the board shows, and in which order. */
function BoardFilter({ board, shown, onShown }: BoardFilterProps) {
  const id = useId();
  const set = (part: Partial<Shown>) => onShown({ ...shown, ...part });
  const assignments: Record<string, string> = {
    "": "all assignments",
    ...Object.fromEntries(board.assignments.map(({ id, link }) => [id, titleIn(link)])),
  };
  return (
    <form
      className={styles.filter}
      aria-label="Which learners are shown"
      onSubmit={(event) => event.preventDefault()}
    >
      <p>
        <label htmlFor={id}>Name</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          value={shown.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </p>
      <Choice
        label="Assignment"
        value={shown.assignment}
        named={assignments}
        onChange={(assignment) => set({ assignment })}
      />
      <Choice
        label="Verdict"
        value={shown.verdict}
        named={cellChoices}
        onChange={(verdict) => set({ verdict })}
      />
      <Choice
        label="Sorted by"
        value={shown.order}
        named={orders}
        onChange={(order) => set({ order })}
      />
    </form>
  );
}
