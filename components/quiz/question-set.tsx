"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Status } from "@/components/kit/status";
import { useHydrated } from "@/components/kit/use-hydrated";
import { WithCode } from "@/components/kit/with-code";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { roundAt, roundOf } from "@/content/quiz/pool";
import type { Question } from "@/content/quiz/question";
import { answersNow, useAnswers } from "./answer-store";
import { Dots, type Outcome } from "./dots";
import { QuestionCard } from "./question-card";
import styles from "./question-set.module.css";
import { type Asked, SetEnd, setEndId, type WayOn } from "./set-end";

type Props = {
  /** The questions that are asked a set at a time. */
  pool: readonly Question[];
  /** The headings of the lesson, by their ids. */
  sections?: Readonly<Record<string, string>>;
  /** The lesson or page after them. */
  wayOn?: WayOn | undefined;
};

/** The answers of this round, by the question's id. */
type Given = Readonly<Record<string, { first: boolean; latest: boolean }>>;

/** Which question of which round is in sight; behind the last one is the end of the set. */
type Shown = {
  round: number;
  at: number;
  /** The element that the reader is brought to, and whether its top is to be seen. */
  goal?: { id: string; top: boolean };
};

/**
 * A lesson's pool of questions: a set at a time, and of a set one at a time. Without
 * scripts and on paper all of a set are in sight.
 */
export function QuestionSet({ pool, sections = {}, wayOn }: Props) {
  const [given, setGiven] = useState<Given>({});
  const answers = useAnswers();
  const heading = useRef<HTMLHeadingElement>(null);
  const { shown, show, go } = useShown(pool);
  const { set, sets, seed, fresh, name } = roundAt(pool, shown.round);
  const count = set.length;

  const asked = set.map((question): Asked => {
    const entry = answers[question.id];
    const kept = entry && { first: entry.firstRight, latest: entry.right };
    const { first = null, latest = null } = (fresh ? given[question.id] : kept) ?? {};
    return { question, first, latest };
  });
  const answered = asked.filter(({ first }) => first !== null).length;
  const right = asked.filter(({ first }) => first).length;

  const next = (at: number) => ({
    label: at + 1 === count || answered === count ? "See how it went" : "Next question",
    onGo: () => go(answered === count ? count : at + 1),
  });
  return (
    <section
      className={styles.set}
      aria-labelledby="questions-of-this-lesson"
      data-live={useHydrated()}
    >
      <h2 id="questions-of-this-lesson" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <div className={styles.standing}>
        <Dots outcomes={asked.map(outcomeOf)} at={shown.at} onGo={go} />
        <Status className={styles.count} data-set={shown.round}>
          {answered} of {count} answered, {right} right at the first try
        </Status>
      </div>
      {set.map((question, at) => (
        <div
          key={`${shown.round} ${question.id}`}
          className={styles.slide}
          data-shown={at === shown.at}
        >
          <QuestionCard
            place={`Question ${at + 1} of ${count}`}
            {...{ question, seed, fresh }}
            next={next(at)}
            onJudged={(right) =>
              setGiven((before) => {
                const first = before[question.id]?.first ?? right;
                return { ...before, [question.id]: { first, latest: right } };
              })
            }
          />
        </div>
      ))}
      {shown.at === count && (
        <SetEnd
          {...{ asked, sections, wayOn }}
          again={sets > 1 ? "Ask me other questions" : "Ask me again"}
          onAgain={() => {
            setGiven({});
            show({ round: shown.round + 1, at: 0 });
            heading.current?.focus();
          }}
          onGo={go}
        />
      )}
      <Others pool={pool} set={set} />
    </section>
  );
}

const outcomeOf = ({ latest }: Asked): Outcome =>
  latest === null ? "open" : latest ? "right" : "wrong";

/** Where nothing can be asked for: the questions of the other sets, to be read. */
const Others = ({
  pool,
  set,
}: {
  pool: readonly Question[];
  set: readonly Question[];
}) => (
  <noscript>
    <ul>
      {pool
        .filter((question) => !set.includes(question))
        .map(({ id, asks }) => (
          <li key={id}>
            <WithCode text={asks.replace("___", "…")} />
          </li>
        ))}
    </ul>
  </noscript>
);

/** The question that the page's address names, by its place in the pool; or -1. */
function linkedPlace(ids: readonly string[]): number {
  const id = /^#question-(.+)$/.exec(window.location.hash)?.[1];
  return id === undefined ? -1 : ids.indexOf(id);
}

/**
 * Where a reader goes on: at the first question left open in a set that was begun, else at
 * the end of the latest set; where nothing was answered, at the first question of all.
 */
function placeToGoOn(pool: readonly Question[], book: AnswerBook): Shown {
  let place: Shown = { round: 0, at: 0 };
  for (let round = 0; round < roundAt(pool, 0).sets; round += 1) {
    const { set } = roundAt(pool, round);
    const open = set.findIndex(({ id }) => !book[id]);
    const isBegun = set.some(({ id }) => book[id]);
    if (isBegun) place = { round, at: open < 0 ? set.length : open };
    if (isBegun && open >= 0) break;
  }
  return place;
}

/**
 * Which question is in sight. At first the one that `#question-…` names, else that with
 * which the reader goes on. `go` brings the reader along, `show` does not.
 */
function useShown(pool: readonly Question[]) {
  const [shown, show] = useState<Shown>({ round: 0, at: 0 });
  const setOf = (round: number) => roundAt(pool, round).set;

  const follow = useEffectEvent(() => {
    const place = linkedPlace(pool.map(({ id }) => id));
    const question = pool[place];
    if (!question) return false;
    const round = roundOf(pool, place);
    const goal = { id: `question-${question.id}`, top: true };
    show({ round, at: setOf(round).indexOf(question), goal });
    return true;
  });

  const begin = useEffectEvent(() => {
    if (follow()) return;
    const { round, at } = placeToGoOn(pool, answersNow());
    if (round + at > 0) show({ round, at });
  });

  useEffect(() => {
    begin();
    const changed = () => follow();
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);

  useEffect(() => {
    if (shown.goal) goTo(shown.goal);
  }, [shown]);

  function go(at: number) {
    const question = setOf(shown.round)[at];
    const id = question ? `question-${question.id}` : setEndId;
    show({ round: shown.round, at, goal: { id, top: false } });
  }
  return { shown, show, go };
}

/** Brings the reader to a part of the page, unless they are at work in it by now. */
function goTo({ id, top }: NonNullable<Shown["goal"]>) {
  const part = document.getElementById(id);
  const at = document.activeElement;
  if (part !== at && part?.contains(at)) return;
  if (top) part?.scrollIntoView();
  part?.focus({ preventScroll: top });
}
