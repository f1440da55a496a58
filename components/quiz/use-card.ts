"use client";
import { useState } from "react";
import { record } from "@/content/quiz/answer-book";
import type { Answer } from "@/content/quiz/kinds/kind";
import { isRight, meant, missingIn, type Question } from "@/content/quiz/question";
import { changeAnswers, useAnswers } from "./answer-store";
import { cardView, otherSeed, type Turn, turnAfter } from "./card-view";
import { verdictText } from "./verdict-text";

type Card = {
  question: Question;
  /** Draws the numbers, and what stands where. */
  seed: number;
  /** Begins empty, whatever is kept. */
  fresh: boolean;
  /** The milliseconds since the card was first seen. */
  since(): number;
  onJudged: ((right: boolean) => void) | undefined;
};

/** A prediction that was committed to, and how long that took. */
type Commitment = { option: number; took: number };

/**
 * The state of one question's card. What is being answered stays here, so that another
 * tab cannot take it away; what was answered is in the reader's answers.
 */
export function useCard({ question, seed, fresh, since, onJudged }: Card) {
  const kept = useAnswers()[question.id] ?? null;
  const [turn, setTurn] = useState<Turn | null>(
    fresh ? { seed, answer: null, from: null } : null,
  );
  const [missing, setMissing] = useState("");
  const [hinted, setHinted] = useState(0);
  const [commitment, setCommitment] = useState<Commitment | null>(null);
  const view = cardView(question, seed, kept, turn);
  const right = view.judged && view.feedback?.right === true;
  const predicted = view.judged && view.answer.kind === "predicted" ? view.answer : null;

  function begin(next: Turn) {
    setMissing("");
    setCommitment(null);
    setTurn(next);
  }

  function give(answer: Answer, took: number) {
    const right = isRight(question, answer);
    const given = { answer, right, at: Date.now(), helped: hinted > 0, took };
    changeAnswers((book) => record(book, question.id, given));
    setTurn(null);
    onJudged?.(right);
  }

  return {
    ...view,
    right,
    says:
      missing ||
      (view.judged && kept ? verdictText(question.kind, { ...kept, right }) : ""),
    hints: question.hints.slice(0, hinted),
    /** The option that a lab is to train, or has trained. */
    committed: commitment?.option ?? predicted?.option ?? null,
    locked: view.judged || commitment !== null,
    draw(answer: Answer) {
      setMissing("");
      setTurn({ seed: view.seed, answer, from: turn?.from ?? null });
    },
    check() {
      const why = missingIn(question.kind, view.answer);
      setMissing(why ?? "");
      if (why !== null) return;
      const [option] = view.answer.kind === "ticked" ? view.answer.options : [];
      if (question.kind === "predict" && option !== undefined) {
        setCommitment({ option, took: since() });
      } else give(meant(question, view.seed, view.answer), since());
    },
    /** Judges a prediction by what the reader's own run made true. */
    came(option: number | null) {
      if (!commitment) return;
      give(
        { kind: "predicted", option: commitment.option, came: option },
        commitment.took,
      );
    },
    tryAgain: () => begin(turnAfter(view)),
    otherNumbers: () =>
      begin({ seed: otherSeed(question, view.seed), answer: null, from: null }),
    showHint: () => setHinted(hinted + 1),
  };
}
