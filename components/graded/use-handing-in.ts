"use client";
// One graded question's answer on its way to the class.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { answerQuiz } from "@/components/class/api";
import type { HandInPlace } from "@/components/class/joined";
import { dropDraft, keepDraft } from "./draft-store";
import type { GradedDraft } from "./graded-draft";
import type { Given } from "./quiz-record";

/** The longest time that is told for an answer: a day, in milliseconds. */
const longest = 24 * 60 * 60 * 1000;

/** The server will not take it, however often it is sent. */
const isFinal = (status: number) => status >= 400 && status < 500 && status !== 429;

type Props = {
  place: HandInPlace;
  /** What is kept of this question; handed in where `took` is a number. */
  draft: GradedDraft | null;
  onGiven(given: Given): void;
  /** The server knows better: all is to be read again. */
  onStale(): void;
};

/** Hands answers in; one that did not arrive is sent again, the same, when asked to. */
export function useHandingIn({ place, draft, onGiven, onStale }: Props) {
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
