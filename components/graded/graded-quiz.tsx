"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import styles from "@/components/assignment/do/assignment.module.css";
import type { HandInPlace } from "@/components/class/joined";
import { counted } from "@/labs/number-text";
import { OpenQuiz } from "./open-quiz";
import { quizTerms } from "./quiz-terms";
import { useGradedQuiz } from "./use-graded-quiz";

type Props = {
  place: HandInPlace;
  /** Takes the focus once the quiz has begun: the button to start it goes. */
  heading: RefObject<HTMLElement | null>;
};

/** The quiz of a class as one of its learners meets it, before and after its start. */
export function GradedQuiz({ place, heading }: Props) {
  const { state, read, open, take } = useGradedQuiz(place);
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState("");
  const pressed = useRef(false);

  useEffect(() => {
    if (!pressed.current || state.status === "waiting") return;
    pressed.current = false;
    if (state.status === "open") heading.current?.focus();
  }, [state.status, heading]);

  async function start() {
    if (starting) return;
    pressed.current = true;
    setStarting(true);
    setProblem("");
    const refused = await open();
    setStarting(false);
    if (refused) setProblem(refused.problem);
  }

  switch (state.status) {
    case "waiting":
      return <p>Loading the graded questions…</p>;
    case "failed":
      return (
        <div className={styles.row}>
          <p role="alert" className={styles.problem}>
            {state.problem}
          </p>
          <button type="button" onClick={read}>
            Load the graded questions
          </button>
        </div>
      );
    case "open":
      return <OpenQuiz {...{ ...state, place }} onGiven={take} onStale={open} />;
    default: {
      const { count, missing, tries, minutes } = state.terms;
      const lacks = `The site does not know ${counted(missing, "graded question")} of this assignment: ${missing === 1 ? "it is" : "they are"} left out.`;
      return (
        <>
          {missing > 0 && <p className={styles.problem}>{lacks}</p>}
          {count > 0 && (
            <>
              <p data-terms>{quizTerms({ count, tries, minutes })}</p>
              <p className={styles.small}>
                Each answer counts once you hand it in, for {place.className} as{" "}
                {place.name}. Your teacher sees the scores; receipts do not tell them.
              </p>
              <div className={styles.row}>
                <button
                  type="button"
                  className={styles.primary}
                  aria-disabled={starting}
                  onClick={start}
                >
                  Start
                </button>
                <p role="alert" className={problem && styles.problem}>
                  {problem}
                </p>
              </div>
            </>
          )}
        </>
      );
    }
  }
}
