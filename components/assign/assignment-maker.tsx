"use client";
// The page is one for all assignments: only the browser knows which.
import { useEffect, useState } from "react";
import styles from "./assign.module.css";
import type { LessonQuestions } from "./question-choice";
import { Workshop } from "./workshop";

/** Makes an assignment out of any lab, as a link. */
export function AssignmentMaker({ lessons }: { lessons: readonly LessonQuestions[] }) {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive ? (
    <Workshop lessons={lessons} />
  ) : (
    <p className={styles.small}>The workshop opens. It needs JavaScript.</p>
  );
}
