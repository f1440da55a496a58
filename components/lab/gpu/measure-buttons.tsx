"use client";
import { type Subject, sizes, wayNames } from "@/labs/measure/measurement";
import styles from "../lab.module.css";
import { answerOf, subjectNames, subjects } from "./measured-words";
import type { Measurement, Measurements } from "./measurement-state";

type Props = {
  measurements: Measurements;
  onMeasure(what: Subject): void;
  onStop(): void;
};

/** What a screen reader is told: that it began, and how it came out. */
function announcement(what: Subject, { status, fault, measured }: Measurement): string {
  if (status === "measuring") return "Measuring.";
  if (status === "failed") return fault ?? "";
  const answer = answerOf(what, measured) ?? "";
  return `${status === "done" ? "Measured." : "Stopped."} ${answer}`;
}

/** Which share of the points there is, if no line ends early. */
function shareOf(what: Subject, { measured }: Measurement): number {
  const ways = measured.found?.kind === "none" ? 1 : wayNames.length;
  const points = Object.values(measured.lines).reduce(
    (sum, { length }) => sum + length,
    0,
  );
  return points / (ways * sizes[what].length);
}

/** Starts and stops measurements, and tells where they are. */
export function MeasureButtons({ measurements, onMeasure, onStop }: Props) {
  const now = subjectNames.find((what) => measurements[what]?.status === "measuring");
  const under = now && measurements[now];
  return (
    <>
      <div className={styles.buttons} role="group" aria-label="Measuring">
        {subjectNames.map((what) => (
          <button
            key={what}
            type="button"
            aria-disabled={now !== undefined}
            onClick={() => now === undefined && onMeasure(what)}
          >
            {subjects[what].button}
          </button>
        ))}
        <button
          type="button"
          aria-disabled={now === undefined}
          onClick={() => now !== undefined && onStop()}
        >
          Stop
        </button>
      </div>
      {now && under && (
        <progress max={1} value={shareOf(now, under)} aria-label="Points measured" />
      )}
      <div role="status" className="visually-hidden">
        {subjectNames.map((what) => {
          const measurement = measurements[what];
          return measurement && <p key={what}>{announcement(what, measurement)}</p>;
        })}
      </div>
    </>
  );
}
