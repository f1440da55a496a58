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
import { type JudgedTry, recordOf } from "./quiz-record";

type Props = {
  presented: Presented;
  /** As in "Graded question 2 of 6". */
  label: string;
  given: readonly JudgedTry[];
  /** How often it may be answered. */
  tries: number;
  /** Whether the time is over. */
  over: boolean;
  place: HandInPlace;
  /** See `quizKey`. */
  quiz: string;
  onGiven(given: JudgedTry): void;
  onStale(): void;
};

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
  const { presented, label, given, tries, over, place, quiz, onGiven, onStale } = props;
  const name = useId();
  const { used, right, left, texts } = recordOf(given, presented.id, tries);
  const kept = draftAt(useDrafts(), { quiz, question: presented.id });
  // A draft for a try that has been judged since is out of date.
  const draft = left > 0 && kept?.try === used + 1 ? kept : null;
  const handing = useHandingIn({ place, draft, onGiven, onStale });
  const [missing, setMissing] = useState("");
  const answer =
    answerIn(draft?.text, presented) ??
    answerIn(texts.at(-1), presented) ??
    kinds[presented.kind].empty(presented);
  const { sending, waits, problem } = handing;
  const locked = left === 0 || over || sending || waits;
  const now = { missing, problem, sending, waits, over, right, left, used, tries };
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
  const judged = used > 0 && !edited;
  const state = right ? "right" : judged ? "wrong" : "open";
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
  over: boolean;
  right: boolean;
  left: number;
  used: number;
  tries: number;
};

/** The words of a graded question's button. */
export function buttonText(now: QuestionNow): string {
  const { sending, waits, over, left, used, tries } = now;
  if (left === 0) return "Handed in";
  if (waits && !sending) return "Send it again";
  if (over) return "The time is over";
  return `Hand in this answer (try ${used + 1} of ${tries})`;
}

/** The words beside it; `edited`: whether the answer was changed since it was judged. */
export function statusText(now: QuestionNow & { edited: boolean }): string {
  const { missing, problem, sending, waits, over, right, left, used, edited } = now;
  if (missing) return missing;
  if (sending) return "Handing in…";
  if (waits) {
    const kept = "It is kept in this browser: send it again.";
    return problem
      ? `Not handed in. ${problem} ${kept}`
      : `It was not handed in yet. ${kept}`;
  }
  if (problem) return `Not taken: ${problem}`;
  if (right) return "✓ Right.";
  if (over && (used === 0 || edited)) return "Not handed in before the time was over.";
  if (used === 0 || edited) return "";
  if (over && left > 0) return "✗ Not right.";
  return left === 0
    ? "✗ Not right. No try is left."
    : `✗ Not right. ${counted(left, "try", "tries")} left.`;
}
