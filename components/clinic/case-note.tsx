"use client";
import type { Case } from "@/content/clinic/case";
import styles from "./clinic.module.css";
import { useCase } from "./open-case";

/** How far the reader is with a case, in a word or two. */
export function CaseNote({ one }: { one: Case }) {
  const { cured, begun } = useCase(one);
  return (
    <span className={styles.note} data-case={one.id} data-cured={cured}>
      {cured ? "✓ cured" : begun ? "not cured yet" : "not seen yet"}
    </span>
  );
}
