"use client";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { HandInPlace } from "@/components/class/joined-classes";
import { Asked } from "@/components/quiz/asked";
import { emptyAnswer, fits } from "@/components/quiz/empty-answer";
import { PosedInput } from "@/components/quiz/inputs/posed-input";
import card from "@/components/quiz/quiz.module.css";
import { answerQuiz } from "@/content/class/class-api";
import { answerText, parseAnswerText } from "@/content/quiz/answer-text";
import type { Answer } from "@/content/quiz/kinds/kind";
import { missingIn, type Posed } from "@/content/quiz/question";
import { counted } from "@/labs/number-text";
import {
  draftAt,
  dropDraft,
  type GradedDraft,
  keepDraft,
  useDrafts,
} from "./graded-drafts";
import { type Given, standing } from "./quiz-record";

type Props = {
  posed: Posed;
  /** Which question it is, in words. */
  label: string;
  given: readonly Given[];
  /** How often it may be answered. */
  tries: number;
  /** Whether the time is over. */
  over: boolean;
  place: HandInPlace;
  /** See `quizKey`. */
  quiz: string;
  onGiven(given: Given): void;
  onStale(): void;
};

/** The answer that a text stands for, where the question can show it. */
function answerIn(text: string | undefined, posed: Posed): Answer | null {
  const answer = text === undefined ? null : parseAnswerText(text);
  return answer && fits(posed, answer) ? answer : null;
}

/** One question: answered, handed in, and told right or not; never why. */
export function GradedQuestion(props: Props) {
  const { posed, label, given, tries, over, place, quiz, onGiven, onStale } = props;
  const name = useId();
  const { used, right, left, texts } = standing(given, posed.id, tries);
  const kept = draftAt(useDrafts(), { quiz, question: posed.id });
  // What was kept for a try that has been judged since is no draft any more.
  const draft = left > 0 && kept?.try === used + 1 ? kept : null;
  const handing = useHandingIn({ place, draft, onGiven, onStale });
  const [missing, setMissing] = useState("");
  const answer =
    answerIn(draft?.text, posed) ?? answerIn(texts.at(-1), posed) ?? emptyAnswer(posed);
  const { sending, waits, problem } = handing;
  const locked = left === 0 || over || sending || waits;
  const now = { missing, problem, sending, waits, over, right, left, used, tries };
  const edited = draft !== null && draft.text !== texts.at(-1);
  const next = { quiz, question: posed.id, try: used + 1 };

  function draw(answer: Answer) {
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
      : missingIn(posed.kind, answer);
    setMissing(lacks ?? "");
    if (lacks === null) handing.handIn({ ...next, text });
  }

  const idle = sending || (locked && !waits);
  const judged = used > 0 && !edited;
  return (
    <form
      className={card.card}
      data-graded={posed.id}
      data-state={right ? "right" : judged ? "wrong" : "open"}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <fieldset>
        <legend>
          {/* Nothing is trained here: a prediction is one answer. */}
          <Asked
            posed={posed.kind === "predict" ? { ...posed, kind: "one" } : posed}
            place={label}
          />
        </legend>
        <PosedInput
          {...{ posed, answer, locked, name }}
          feedback={null}
          onAnswer={draw}
        />
      </fieldset>
      <div className={card.foot}>
        {/* One button throughout, so that the keyboard's focus stays on it. */}
        <button type="submit" aria-disabled={idle}>
          {buttonText(now)}
        </button>
        <p role="status" data-verdict={judged ? (right ? "right" : "wrong") : undefined}>
          {statusText({ ...now, edited })}
        </p>
      </div>
    </form>
  );
}

// What a graded question says of its answer.

type QuestionNow = {
  /** Why the answer cannot be handed in; "" where it can. */
  missing: string;
  /** What the latest try to hand it in met; "" for nothing. */
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

export function buttonText(now: QuestionNow): string {
  const { sending, waits, over, left, used, tries } = now;
  if (left === 0) return "Handed in";
  if (waits && !sending) return "Send it again";
  if (over) return "The time is over";
  return `Hand in this answer (try ${used + 1} of ${tries})`;
}

/** `edited`: whether the answer was changed since it was judged. */
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

// One graded question's answer on its way to the class.

/** The longest time that is told for an answer: a day, in milliseconds. */
const longest = 24 * 60 * 60 * 1000;

/** The server will not take it, however often it is sent. */
const isFinal = (status: number) => status >= 400 && status < 500 && status !== 429;

type UseHandingInProps = {
  place: HandInPlace;
  /** What is kept of this question; handed in where `took` is a number. */
  draft: GradedDraft | null;
  onGiven(given: Given): void;
  /** The server knows better: all is to be read again. */
  onStale(): void;
};

/** Hands answers in; one that did not arrive is sent again, the same, when asked to. */
function useHandingIn({ place, draft, onGiven, onStale }: UseHandingInProps) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const busy = useRef(false);
  const since = useRef(Date.now());
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
      since.current = Date.now();
      dropDraft(handed);
      return onGiven({ question, try: at, text, right: answer.value.right });
    }
    setProblem(answer.problem);
    if (!isFinal(answer.status)) return;
    keepDraft({ ...handed, took: null });
    if (answer.status === 409) onStale();
  }

  function handIn(ready: Omit<GradedDraft, "took">) {
    const took = Math.min(longest, Math.max(0, Date.now() - since.current));
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
