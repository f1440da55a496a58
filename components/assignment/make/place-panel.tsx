"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Row } from "@/components/kit/layout";
import { ProblemList } from "@/components/kit/notice";
import { Problem, Status } from "@/components/kit/status";
import { counted } from "@/labs/arithmetic/number-text";
import {
  type Assignment,
  assignmentTitle,
  dueText,
  mostPoints,
} from "@/labs/assignment/assignment";
import styles from "./workshop.module.css";

/** Places a link of this site in a course of an LMS. */
export type Placing = {
  /** Gives a sentence where that failed; else the browser goes on to the LMS. */
  place(link: string): Promise<string | null>;
};

type PanelProps = {
  assignment: Assignment;
  warnings: readonly string[];
};

/** What will stand in the course, under what should be known before. */
export function PlacePanel({ assignment, warnings }: PanelProps) {
  const points = mostPoints(assignment);
  return (
    <>
      <ProblemList
        className={styles.warnings}
        sentences={warnings}
        aria-label="Before you place it"
      />
      <p>
        Your course gets <b>{assignmentTitle(assignment)}</b>,{" "}
        {assignment.due === null
          ? "without a due date"
          : `due ${dueText(assignment.due)}`}
        , {points > 0 ? `worth ${counted(points, "point")}` : "without points"}. Whoever
        opens it there is in the class of that course, and hands in without a code.
      </p>
    </>
  );
}

type BarProps = {
  placing: Placing;
  /** A path of the site; null while there is none. */
  link: string | null;
};

/** The press that places it, within reach wherever the page stands. */
export const PlaceBar = ({ placing, link }: BarProps) => (
  <Row as="aside" className={styles.bar} aria-label="Place it, within reach">
    <PlaceButton {...{ placing, link }} look="primary">
      Place it in the course
    </PlaceButton>
    <a href="#send">8. What will stand there</a>
  </Row>
);

type ButtonProps = BarProps & { look?: "primary"; children: string };

/** Places a link, and says why where that failed. */
export function PlaceButton({ placing, link, look, children }: ButtonProps) {
  const [state, setState] = useState<"ready" | "placing" | { problem: string }>("ready");
  async function place() {
    if (link === null) return;
    setState("placing");
    const problem = await placing.place(link);
    // Where it was placed the page is about to be left.
    if (problem !== null) setState({ problem });
  }
  return (
    <>
      <Button
        {...{ look }}
        inactive={link === null || state === "placing"}
        onClick={place}
      >
        {children}
      </Button>
      <Status as="div">
        {state === "placing" && "Placing…"}
        {typeof state === "object" && <Problem>{state.problem}</Problem>}
      </Status>
    </>
  );
}
