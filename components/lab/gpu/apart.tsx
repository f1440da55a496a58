"use client";
import { Fragment } from "react";
import type { Timings } from "@/labs/measure/crossover";
import { durationText } from "@/labs/measure/duration";
import type { Measured } from "@/labs/measure/measurement";
import styles from "../lab.module.css";
import own from "./gpu.module.css";

/** The most that the first time cost beyond the later ones. */
function extraOf(line: Timings): string | null {
  const extra = line.map(({ time, first }) => first - time).filter((more) => more > 0);
  return extra.length > 0 ? `up to ${durationText(Math.max(...extra))} more` : null;
}

/** What the lines leave out: what is paid once, and what is paid for each answer. */
export function Apart({ measured }: { measured: Measured }) {
  const { found, readBack, lines } = measured;
  if (!found || found.kind === "none") return null;
  const parts = [
    { what: "Opening the GPU, with a first test", time: durationText(found.opened) },
    { what: "First time at a size, op by op", time: extraOf(lines.steps) },
    { what: "First time at a size, in one dispatch", time: extraOf(lines.one) },
    {
      what: "One number back from the GPU",
      time: readBack === null ? null : durationText(readBack),
    },
  ];
  return (
    <>
      <p className={styles.small}>
        Not in the lines, because it is paid once, or once for each answer:
      </p>
      <dl className={own.apart}>
        {parts.map(
          ({ what, time }) =>
            time && (
              <Fragment key={what}>
                <dt>{what}</dt>
                <dd>{time}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </>
  );
}
