"use client";
import { lossText } from "@/labs/claim";
import type { Pass } from "@/labs/pass";
import { VerdictMark } from "../verdict-mark";
import styles from "./board.module.css";
import type { LearnerCurve } from "./curve-lines";

function Numbers({ curve }: { curve: readonly Pass[] }) {
  const last = curve.at(-1);
  const lowest = curve.reduce(
    (least, { testLoss }) => Math.min(least, testLoss),
    Number.POSITIVE_INFINITY,
  );
  return (
    <>
      <td>{last?.pass}</td>
      <td>{lossText(curve[0]?.testLoss ?? 0)}</td>
      <td>{lossText(lowest)}</td>
      <td>{lossText(last?.testLoss ?? 0)}</td>
    </>
  );
}

/** The curves in numbers. */
export function CurveTable({ curves }: { curves: readonly LearnerCurve[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
    <div className={styles.table} tabIndex={0} role="group" aria-label="Curves compared">
      <table>
        <thead>
          <tr>
            <th scope="col">Learner</th>
            <th scope="col">Verdict</th>
            <th scope="col">Passes</th>
            <th scope="col">First test loss</th>
            <th scope="col">Lowest told</th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody>
          {curves.map(({ learner, name, receipt, curve, problem }) => (
            <tr key={learner}>
              <th scope="row">{name}</th>
              <td>
                {receipt ? (
                  <VerdictMark verdict={receipt.outcome?.verdict ?? null} />
                ) : (
                  "–"
                )}
              </td>
              {curve ? <Numbers curve={curve} /> : <td colSpan={4}>{problem ?? "…"}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
