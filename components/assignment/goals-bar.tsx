"use client";
import { createPortal } from "react-dom";
import styles from "./assignment.module.css";
import type { Goals } from "./use-goals";

type Props = {
  goals: Goals;
  /** Where it is drawn. */
  aside: HTMLElement | null;
  /** The id of the goals' heading. */
  to: string;
};

/** How many goals are met, beside the training: on a phone the list is out of sight. */
export function GoalsBar({ goals: { judged, all }, aside, to }: Props) {
  if (!aside || judged.length === 0) return null;
  const met = judged.filter((one) => one.met).length;
  return createPortal(
    <p className={styles.bar}>
      <span aria-hidden="true">{all ? "✓" : "○"}</span> {met} of {judged.length} goals met
      · <a href={`#${to}`}>{all ? "Make your receipt" : "See the goals"}</a>
    </p>,
    aside,
  );
}
