"use client";
// The state of one question's card, and what its buttons do.
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type JudgedAnswer, record } from "@/content/quiz/answer-book";
import type { Answer } from "@/content/quiz/kinds/kind";
import {
  asKept,
  isRight,
  kinds,
  missingIn,
  type Question,
} from "@/content/quiz/question";
import type { Wording } from "@/content/quiz/second-wording";
import { changeAnswers, useAnswers } from "./answer-store";
import { cardView, otherSeed, type Turn, turnAfter, verdictText } from "./card-view";

type Card = {
  /** As `wording` asks it. */
  question: Question;
  wording: Wording;
  /** Draws the numbers, and the order of what is shown. */
  seed: number;
  /** Begins empty, whatever is kept. */
  fresh: boolean;
  /** The milliseconds since the card was first seen. */
  since(): number;
  onJudged: ((right: boolean) => void) | undefined;
};

/** The option that was predicted, how long that took, and how sure the reader was. */
type Commitment = { option: string } & Pick<JudgedAnswer, "took" | "sure">;

/**
 * The state of one question's card. The answer being made stays here, so that another
 * tab cannot take it away; answers that were given are in the reader's book.
 */
export function useCard({ question, wording, seed, fresh, since, onJudged }: Card) {
  const kept = useAnswers()[question.id] ?? null;
  const [turn, setTurn] = useState<Turn | null>(
    fresh ? { seed, answer: null, from: null } : null,
  );
  const [missing, setMissing] = useState("");
  const [hinted, setHinted] = useState(0);
  const [commitment, setCommitment] = useState<Commitment | null>(null);
  const [sure, setSure] = useState<number | null>(null);
  /** Whether this is another try: whoever was just told is not asked how sure they are. */
  const [again, setAgain] = useState(false);
  const { trained, varies } = kinds[question.kind];
  const view = cardView(question, seed, kept, turn);
  const { presented, answer, judged } = view;
  const right = judged && view.feedback?.right === true;
  const predicted = judged && answer.kind === "predicted" ? answer.option : null;

  function begin(next: Turn, isAgain: boolean) {
    setMissing("");
    setCommitment(null);
    setSure(null);
    setAgain(isAgain);
    setTurn(next);
  }

  function give(answer: Answer, how: Omit<Commitment, "option">) {
    const right = isRight(question, answer);
    const at = Date.now();
    const given = { answer, right, at, helped: hinted > 0, wording, ...how };
    changeAnswers((book) => record(book, question.id, given));
    setTurn(null);
    onJudged?.(right);
  }

  return {
    ...view,
    right,
    says:
      missing || (judged && kept ? verdictText(question.kind, { ...kept, right }) : ""),
    hints: question.hints.slice(0, hinted),
    /** How sure the reader was of the answer that is judged, in percent. */
    wasSure: (judged && kept?.tries.at(-1)?.sure) || null,
    /** How sure the reader is by now; undefined where that is not asked. */
    sure: judged || again || commitment ? undefined : sure,
    setSure,
    /** The option that a lab is to train, or has trained. */
    committed: commitment?.option ?? predicted,
    locked: judged || commitment !== null,
    /** Whether there are other numbers to ask for. */
    varies: judged && varies?.(question) === true,
    change(next: Answer) {
      setMissing("");
      setTurn({ seed: presented.seed, answer: next, from: turn?.from ?? null });
    },
    check() {
      const why = missingIn(presented, answer);
      setMissing(why ?? "");
      if (why !== null) return;
      const [option] = trained && answer.kind === "ticked" ? answer.options : [];
      const how = { took: since(), sure };
      if (option !== undefined) setCommitment({ option, ...how });
      else give(asKept(answer, presented.seed), how);
    },
    /** Judges a prediction by the option that the reader's own run made true. */
    came(came: string | null) {
      if (!commitment) return;
      const { option, ...how } = commitment;
      give({ kind: "predicted", option, came }, how);
    },
    tryAgain: () => begin(turnAfter(view), true),
    otherNumbers() {
      const seed = otherSeed(question, presented.seed);
      begin({ seed, answer: null, from: null }, false);
    },
    showHint: () => setHinted(hinted + 1),
  };
}

/** A question's card as it stands, and what can be done with it. */
export type CardState = ReturnType<typeof useCard>;

/**
 * Notes when an element is first seen or focused. Gives the milliseconds since then;
 * 0 where it was not.
 */
export function useSeen(element: RefObject<HTMLElement | null>): () => number {
  const seen = useRef<number | null>(null);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const see = () => {
      seen.current ??= performance.now();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        see();
      },
      // A tall card on a small screen is seen once its middle line is reached.
      { rootMargin: "-20% 0px -20% 0px" },
    );
    observer.observe(watched);
    watched.addEventListener("focusin", see, { once: true });
    return () => {
      observer.disconnect();
      watched.removeEventListener("focusin", see);
    };
  }, [element]);
  return useCallback(() => performance.now() - (seen.current ?? performance.now()), []);
}
