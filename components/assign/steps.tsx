"use client";
// The steps of making an assignment, in order.
import { type ReactNode, useId } from "react";
import styles from "./assign.module.css";

/** Each step: its heading, under its place in the address. */
const steps = {
  arrange: "1. Arrange the lab",
  lock: "2. Lock what must not change",
  say: "3. Say what to do",
  goals: "4. Set goals",
  graded: "5. Ask graded questions",
  try: "6. Try it",
  see: "7. See it as a learner",
  send: "8. Send it",
} as const;

type StepName = keyof typeof steps;

const stepNames = Object.keys(steps) as readonly StepName[];

/** The steps at a glance: the lab alone is several screens long. */
export const StepList = () => (
  <nav className={styles.steps} aria-label="Steps">
    <p>Only the first and the last step are needed; the others are yours to choose.</p>
    <ol>
      {stepNames.map((name) => (
        <li key={name}>
          <a href={`#${name}`}>{steps[name]}</a>
        </li>
      ))}
    </ol>
  </nav>
);

/** One step under its heading. */
export function Step({ name, children }: { name: StepName; children: ReactNode }) {
  const id = useId();
  return (
    <section id={name} className={styles.step} aria-labelledby={id}>
      <h2 id={id}>{steps[name]}</h2>
      {children}
    </section>
  );
}
