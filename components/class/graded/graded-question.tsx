"use client";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { HandInPlace } from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { Card } from "@/components/kit/card";
import { QuestionForm } from "@/components/quiz/question-form";
import { answerQuiz, mayRetry } from "@/content/class/class-api";
import { answerText, readAnswerText } from "@/content/quiz/answer-text";
import type { Answer } from "@/content/quiz/kinds/kind";
import { kinds, missingIn, type Presented } from "@/content/quiz/question";
import { counted } from "@/labs/arithmetic/number-text";
import {
  draftAt,
  dropDraft,
  type GradedDraft,
  keepDraft,
  useDrafts,
} from "./graded-drafts";
import { type JudgedTry, recordOf, type TryRules } from "./quiz-record";

type Props = {
  presented: Presented;
  /** As in "Graded question 2 of 6". */
  label: string;
  given: readonly JudgedTry[];
  rules: TryRules;
  /** Why no more answers are taken; null while they are. */
  ended: Ended | null;
  place: HandInPlace;
  /** See `quizKey`. */
  quiz: string;
  onGiven(given: JudgedTry): void;
  onStale(): void;
};

/** Why a quiz takes no more answers: handed in, out of time, or by its dates. */
type Ended = "handed" | "time" | "closed";

/** The answer that a text stands for, where the question can show it. */
function answerIn(text: string | undefined, presented: Presented): Answer | null {
  if (text === undefined) return null;
  // Drafts of older pages name the positions shown.
  const ids = (list: Presented["parts"]) => list.map(({ id }) => id);
  const { parts, targets, kind } = presented;
  const answer = readAnswerText(text, { parts: ids(parts), targets: ids(targets) });
  return answer && kinds[kind].fits(presented, answer) ? answer : null;
}

/** One graded question: the class answers whether it is right, never why. */
export function GradedQuestion(props: Props) {
  const { presented, label, given, rules, ended, place, quiz, onGiven, onStale } = props;
  const name = useId();
  const { used, right, left, texts } = recordOf(given, presented.id, rules);
  const kept = draftAt(useDrafts(), { quiz, question: presented.id });
  // A draft for a try that has been judged since is out of date; one that comes too late
  // gives way to the answer that counts.
  const late = ended !== null && used > 0 && kept?.took === null;
  const draft = left > 0 && kept?.try === used + 1 && !late ? kept : null;
  const handing = useHandingIn({ place, draft, onGiven, onStale });
  const [missing, setMissing] = useState("");
  const answer =
    answerIn(draft?.text, presented) ??
    answerIn(texts.at(-1), presented) ??
    kinds[presented.kind].empty(presented);
  const { sending, waits, problem } = handing;
  const locked = left === 0 || ended !== null || sending || waits;
  const standing = { ended, right, left, used, ...rules };
  const now = { missing, problem, sending, waits, ...standing };
  const edited = draft !== null && draft.text !== texts.at(-1);
  const next = { quiz, question: presented.id, try: used + 1 };

  function change(answer: Answer) {
    setMissing("");
    handing.forget();
    keepDraft({ ...next, text: answerText(answer), took: null });
  }

  function press() {
    if (waits && !sending) handing.again();
    if (locked) return;
    const text = answerText(answer);
    const lacks = texts.includes(text)
      ? "You handed in this very answer before: change it first."
      : missingIn(presented, answer);
    setMissing(lacks ?? "");
    if (lacks === null) handing.handIn({ ...next, text });
  }

  const idle = sending || (locked && !waits);
  const judged = used > 0 && !edited && right !== null;
  const state = judged ? (right ? "right" : "wrong") : "open";
  return (
    <Card data-graded={presented.id} data-state={state} tone={tones[state]}>
      <QuestionForm
        {...{ presented, answer, locked, name }}
        place={label}
        untrained
        feedback={null}
        onAnswer={change}
        verdict={judged ? (right ? "right" : "wrong") : undefined}
        says={statusText({ ...now, edited })}
        buttons={
          // One button throughout, so that the keyboard's focus stays on it.
          <Button type="submit" inactive={idle}>
            {buttonText(now)}
          </Button>
        }
        onSubmit={press}
      />
    </Card>
  );
}

const tones = { right: "good", wrong: "bad", open: undefined } as const;

/** The longest time that is sent with an answer: a day, in milliseconds. */
const longest = 24 * 60 * 60 * 1000;

type HandingIn = {
  place: HandInPlace;
  /** The kept answer to this question; handed in where `took` is a number. */
  draft: GradedDraft | null;
  onGiven(given: JudgedTry): void;
  /** Called where the server knows better: all is to be read again. */
  onStale(): void;
};

/** Hands answers in; `again` sends one that did not arrive once more, unchanged. */
function useHandingIn({ place, draft, onGiven, onStale }: HandingIn) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const busy = useRef(false);
  const [since, setSince] = useState(Date.now);
  const waits = draft !== null && draft.took !== null;

  async function send(handed: GradedDraft) {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setProblem("");
    const { question, try: at, text, took } = handed;
    const { classId, assignmentId } = place;
    const sent = { question, try: at, text, took };
    const answer = await answerQuiz(classId, assignmentId, sent);
    busy.current = false;
    setSending(false);
    if (answer.ok) {
      setSince(Date.now());
      dropDraft(handed);
      return onGiven({ question, try: at, text, right: answer.value.right });
    }
    setProblem(answer.problem);
    if (mayRetry(answer.status)) return;
    keepDraft({ ...handed, took: null });
    if (answer.status === 409) onStale();
  }

  function handIn(ready: Omit<GradedDraft, "took">) {
    const took = Math.min(longest, Math.max(0, Date.now() - since));
    const handed = { ...ready, took };
    keepDraft(handed);
    void send(handed);
  }

  const again = () => draft && waits && void send(draft);
  const reconnected = useEffectEvent(again);
  useEffect(() => {
    window.addEventListener("online", reconnected);
    return () => window.removeEventListener("online", reconnected);
  }, []);
  return { sending, problem, waits, handIn, again, forget: () => setProblem("") };
}

type QuestionNow = {
  /** Why the answer cannot be handed in; "" where it can. */
  missing: string;
  /** Why it could not be handed in the last time; "" where it could. */
  problem: string;
  sending: boolean;
  /** Whether it was handed in and the class does not have it yet. */
  waits: boolean;
  ended: Ended | null;
} & Pick<ReturnType<typeof recordOf>, "right" | "left" | "used"> &
  TryRules;

const endedTexts: Record<Ended, string> = {
  handed: "Handed in",
  time: "The time is over",
  closed: "No more answers are taken",
};

/** The words of a graded question's button. */
export function buttonText(now: QuestionNow): string {
  const { sending, waits, ended, left, used, tries, again } = now;
  if (left === 0) return again ? "Given" : "Handed in";
  if (waits && !sending) return "Send it again";
  if (ended) return endedTexts[ended];
  const count = `(try ${used + 1} of ${tries})`;
  if (!again) return `Hand in this answer ${count}`;
  return used === 0 ? `Give this answer ${count}` : `Change the answer ${count}`;
}

/** The words beside it; `edited`: whether the answer was changed since it was judged. */
export function statusText(now: QuestionNow & { edited: boolean }): string {
  const { missing, problem, sending, waits, ended, right, left, used, again, edited } =
    now;
  if (missing) return missing;
  if (sending) return "Handing in…";
  if (waits) {
    const kept = "It is kept in this browser: send it again.";
    return problem
      ? `Not handed in. ${problem} ${kept}`
      : `It was not handed in yet. ${kept}`;
  }
  if (problem) return `Not taken: ${problem}`;
  const open = used === 0 || edited;
  if (open && ended === null) return "";
  if (open && ended === "time") return "Not handed in before the time was over.";
  if (used === 0) return "Not answered.";
  if (right === null) return givenText(left, ended);
  if (right) return "✓ Right.";
  if (ended !== null || again) return "✗ Not right.";
  const tries = left === 0 ? "No try is" : counted(left, "try", "tries");
  return `✗ Not right. ${tries} left.`;
}

/** Of an answer that is not told to be right or wrong. */
function givenText(left: number, ended: Ended | null): string {
  if (ended !== null || left === 0) return "Given.";
  return `Given. ${counted(left, "try", "tries")} left to change it.`;
}
