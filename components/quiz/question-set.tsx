"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { Status } from "@/components/kit/status";
import { roundAt, roundOf } from "@/content/quiz/pool";
import type { Question } from "@/content/quiz/question";
import { useAnswers } from "./answer-store";
import { QuestionCard } from "./question-card";
import styles from "./quiz.module.css";

/** A question of a lesson, and what it is called there. */
type Placed = { question: Question; place: string };

/** Whether the first answer of this round was right, by the question's id. */
type FirstAnswers = Readonly<Record<string, boolean>>;

/** A lesson's pool of questions, asked a set at a time. */
export function QuestionSet({ pool }: { pool: readonly Placed[] }) {
  const [round, setRound] = useState(0);
  const [firstOfRound, setFirstOfRound] = useState<FirstAnswers>({});
  const answers = useAnswers();
  const heading = useRef<HTMLHeadingElement>(null);
  const { set, sets, seed, fresh, name } = roundAt(pool, round);

  function ask(next: number) {
    setRound(next);
    setFirstOfRound({});
  }
  useLinkedQuestion(
    pool.map(({ question }) => question.id),
    round,
    ask,
  );

  const firsts = set.flatMap(({ question: { id } }) => {
    const first = fresh ? firstOfRound[id] : answers[id]?.firstRight;
    return first === undefined ? [] : [first];
  });
  const right = firsts.filter(Boolean).length;
  return (
    <section className={styles.set} aria-labelledby="questions-of-this-lesson">
      <h2 id="questions-of-this-lesson" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <Status className={styles.count} data-set={round}>
        {firsts.length} of {set.length} answered, {right} right at the first try
      </Status>
      {set.map(({ question, place }) => (
        <QuestionCard
          key={`${round} ${question.id}`}
          {...{ question, place, seed, fresh }}
          onJudged={(right) =>
            setFirstOfRound((before) => ({ [question.id]: right, ...before }))
          }
        />
      ))}
      <Button
        onClick={() => {
          ask(round + 1);
          heading.current?.focus();
        }}
      >
        {sets > 1 ? "Ask me other questions" : "Ask me again"}
      </Button>
    </section>
  );
}

/** The place in the pool of the question that the page's address names; or -1. */
function linkedPlace(ids: readonly string[]): number {
  const id = /^#question-(.+)$/.exec(window.location.hash)?.[1];
  return id === undefined ? -1 : ids.indexOf(id);
}

/** Asks the question that `#question-…` names, and brings the reader to it. */
function useLinkedQuestion(
  ids: readonly string[],
  round: number,
  ask: (round: number) => void,
) {
  /** The question to go to once its round is asked. */
  const wanted = useRef<{ id: string; round: number } | null>(null);

  const follow = useEffectEvent(() => {
    const place = linkedPlace(ids);
    const id = ids[place];
    if (id === undefined || goTo(id)) return;
    wanted.current = { id, round: roundOf(ids, place) };
    ask(wanted.current.round);
  });

  useEffect(() => {
    const changed = () => follow();
    changed();
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);

  useEffect(() => {
    if (wanted.current?.round !== round) return;
    if (goTo(wanted.current.id)) wanted.current = null;
  }, [round]);
}

/** Brings the reader to a question; false where it is not on the page. */
function goTo(id: string): boolean {
  const card = document.getElementById(`question-${id}`);
  card?.scrollIntoView();
  card?.focus({ preventScroll: true });
  return card !== null;
}
