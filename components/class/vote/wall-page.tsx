"use client";
// The wall of a class: its teacher chooses a prediction of the course, and the room votes.
import { useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import { boardPath, classPlace } from "@/components/class/teacher/class-address";
import { Button } from "@/components/kit/button";
import { IndexChoice } from "@/components/kit/choice";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { WithCode } from "@/components/kit/with-code";
import { momentText } from "@/components/kit/wording";
import { courseQuestions } from "@/components/quiz/course-questions";
import { deleteBallot, openBallot, readBallots } from "@/content/class/ballot-api";
import type { BallotHead, Counts } from "@/content/class/ballot-messages";
import { type Refused, retryPause } from "@/content/class/class-api";
import type { PredictQuestion } from "@/content/quiz/kinds/predict";
import { sitePath } from "@/content/site-path";
import { BallotWall } from "./ballot-wall";
import { shareText, totalOf } from "./vote-spread";
import styles from "./wall-page.module.css";

const waiting = (
  <>
    <h1>The wall</h1>
    <p>
      A class is asked here what a run will do: it votes, argues, votes again, and sees
      the run trained. The page opens. It needs JavaScript.
    </p>
  </>
);

/** Shows a question to a class's room, for its teacher. */
export const WallPage = () => (
  <Suspense fallback={waiting}>
    <AddressedPage />
  </Suspense>
);

function AddressedPage() {
  const place = classPlace({ search: useSearchParams().toString(), hash: "" });
  if (place.kind === "board") return <ClassWall classId={place.classId} />;
  return (
    <>
      <h1>The wall</h1>
      <p>
        The wall belongs to a class: open it from the board of{" "}
        <a href={sitePath("/class")}>one of yours</a>.
      </p>
    </>
  );
}

type Predictions = ReadonlyMap<string, PredictQuestion>;

type Unread = { ok: false; problem: string };

/** The course's predictions, by their ids and in its order. */
async function readPredictions(): Promise<{ ok: true; value: Predictions } | Unread> {
  try {
    const found = (await courseQuestions()).flatMap(({ question }) =>
      question.kind === "predict" ? [[question.id, question] as const] : [],
    );
    return { ok: true, value: new Map(found) };
  } catch {
    return { ok: false, problem: "The questions could not be loaded. Reload the page." };
  }
}

/** Between two looks, in milliseconds: while the room votes, and else. */
const pauses = { voting: 1500, usual: 10_000 };

const isRunning = ({ phase }: BallotHead) => phase !== "ended";

const useBallots = (classId: string) =>
  useFetched({
    key: classId,
    read: () => readBallots(classId),
    pause({ value, problem, failures }, hidden) {
      if (hidden) return null;
      if (problem) return retryPause(pauses.voting, failures, problem.wait);
      return value?.ballots.some(isRunning) ? pauses.voting : pauses.usual;
    },
  });

function ClassWall({ classId }: { classId: string }) {
  const { value, problem, refresh } = useBallots(classId);
  const course = useFetched<Predictions, Unread>({
    key: "predictions",
    read: readPredictions,
  });
  // The ballot that stays on the wall when it has ended.
  const [shown, setShown] = useState<string | null>(null);
  const [fault, setFault] = useState<Refused | null>(null);
  const told = problem?.problem ?? course.problem?.problem ?? fault?.problem;
  const questions = course.value;

  async function put(question: string) {
    const answer = await openBallot(classId, question);
    setFault(answer.ok ? null : answer);
    if (answer.ok) setShown(answer.value.id);
    await refresh();
  }

  async function drop(ballot: string) {
    const answer = await deleteBallot(classId, ballot);
    if (!answer.ok) return answer.problem;
    await refresh();
    return null;
  }

  const ballots = value?.ballots ?? [];
  const ballot = ballots.find(isRunning) ?? ballots.find(({ id }) => id === shown);
  const question = ballot && questions?.get(ballot.question);
  return (
    <div className={styles.wall}>
      {value && ballot && question ? (
        <BallotWall
          key={ballot.id}
          {...{ classId, ballot, question }}
          {...value}
          onMoved={async () => {
            setShown(ballot.id);
            await refresh();
          }}
          onLeft={async () => {
            setShown(null);
            await refresh();
          }}
        />
      ) : (
        <>
          <h1>{value?.class.name ?? "The wall"}</h1>
          {value && questions ? (
            <Stack>
              <Chooser questions={questions} onPut={put} />
              <Past {...{ ballots, questions }} onShow={setShown} onDelete={drop} />
              <p>
                <a href={sitePath(boardPath(classId))}>Back to the board</a>
              </p>
            </Stack>
          ) : (
            <Status>{!told && "The wall opens…"}</Status>
          )}
        </>
      )}
      <Problem role="status">{told}</Problem>
    </div>
  );
}

type ChooserProps = { questions: Predictions; onPut(question: string): Promise<void> };

function Chooser({ questions, onPut }: ChooserProps) {
  const all = [...questions.values()];
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const chosen = all[at];
  if (!chosen) return null;
  return (
    <Stack>
      <p>
        Everybody votes, argues with whoever chose otherwise, and votes again. Then the
        run is trained before all, and once more from each voter’s own seed.
      </p>
      <IndexChoice
        label="The question"
        options={all.map(({ asks }) => asks)}
        value={at}
        onChoose={setAt}
      />
      <p className={styles.question}>
        <WithCode text={chosen.asks} />
      </p>
      <PlainList>
        {chosen.options.map(({ id, text }) => (
          <li key={id}>
            <WithCode text={text} />
          </li>
        ))}
      </PlainList>
      <Row>
        <Button
          look="primary"
          inactive={busy}
          onClick={async () => {
            setBusy(true);
            await onPut(chosen.id);
            setBusy(false);
          }}
        >
          Ask the room
        </Button>
      </Row>
    </Stack>
  );
}

type PastProps = {
  ballots: readonly BallotHead[];
  questions: Predictions;
  onShow(ballot: string): void;
  /** Gives why it could not be deleted; null where it was. */
  onDelete(ballot: string): Promise<string | null>;
};

/** The votes that have ended: how many were right before and after the arguing. */
function Past({ ballots, questions, onShow, onDelete }: PastProps) {
  if (ballots.length === 0) return null;
  return (
    <section>
      <h2>Asked so far</h2>
      <PlainList>
        {ballots.map(({ id, question, opened, spread }) => {
          const asked = questions.get(question);
          const right = asked?.options.find((option) => option.right)?.id ?? "";
          const rightOf = (counts: Counts) =>
            shareText(counts[right] ?? 0, totalOf(counts));
          return (
            <li key={id} data-ballot={id}>
              <p>
                {asked ? <WithCode text={asked.asks} /> : "A question that is no more."}
              </p>
              <Row>
                <Small>
                  {momentText(opened)}
                  {spread &&
                    asked &&
                    ` · right before: ${rightOf(spread[0])} · after: ${rightOf(spread[1])}`}
                </Small>
                {asked && <Button onClick={() => onShow(id)}>Show it again</Button>}
                <ConfirmButton
                  label="Delete"
                  says="Both votes on this question are deleted."
                  yes="Delete the votes"
                  onYes={() => onDelete(id)}
                />
              </Row>
            </li>
          );
        })}
      </PlainList>
    </section>
  );
}
