"use client";
// The graded questions of an assignment: asked by its class, and by nothing else.
import { lazy, memo, Suspense, useId, useRef } from "react";
import { PanelPart } from "@/components/assignment/panel-part";
import type { HandInPlace } from "@/components/class/joined-classes";
import { Problem } from "@/components/kit/status";
import { hasServer, noServer, sitePath } from "@/content/site-path";
import { counted } from "@/labs/arithmetic/number-text";
import type { Assignment } from "@/labs/assignment/assignment";

const Unloaded = () => (
  <Problem role="alert">
    The graded questions could not be loaded. Reload the page once you are online again.
  </Problem>
);

const GradedQuiz = lazy(async () => {
  const loaded = await import("./graded-quiz").catch(() => null);
  return { default: loaded?.GradedQuiz ?? Unloaded };
});

const waiting = <p>Loading the graded questions…</p>;

type Props = {
  /** The joined class that asks; null where there is none. */
  place: HandInPlace | null;
  assignment: Assignment;
};

/** The quiz of the joined class that has this assignment; else where it is to be had. */
export const GradedSection = memo(function GradedPart({ place, assignment }: Props) {
  const { quiz, quizPoints: points } = assignment;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <PanelPart
      title={`Graded questions${points === null ? "" : `: ${counted(points, "point")}`}`}
      titleId={id}
      titleRef={heading}
      aria-labelledby={id}
      data-graded-part
    >
      {!hasServer ? (
        <p>
          {counted(quiz.length, "question")}, asked by the server of the class that this
          assignment is from. {noServer} Open the assignment on the site of your class.
        </p>
      ) : place === null ? (
        <p>
          {counted(quiz.length, "question")}, asked by the server of the class that this
          assignment is from, once you have joined it.{" "}
          <a href={sitePath("/class/join")} target="_blank" rel="noopener">
            Join a class
          </a>{" "}
          (in a new tab)
        </p>
      ) : (
        <Suspense fallback={waiting}>
          <GradedQuiz
            key={`${place.classId} ${place.assignmentId} ${place.learner}`}
            {...{ place, points, heading }}
          />
        </Suspense>
      )}
    </PanelPart>
  );
});
