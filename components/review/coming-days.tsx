"use client";
import { useAnswers } from "@/components/quiz/answer-store";
import type { CourseQuestion } from "@/components/quiz/course-questions";
import { dayOf, dueByDay, startOf } from "@/content/quiz/schedule";
import styles from "./coming-days.module.css";

/** As in "Mon"; today has its word. */
const nameOf = (day: number, ahead: number) =>
  ahead === 0
    ? "Today"
    : new Date(startOf(day)).toLocaleDateString(undefined, { weekday: "short" });

/** How many of the questions are due on each of the next seven days. */
export function ComingDays({
  all,
  now,
}: {
  all: readonly CourseQuestion[];
  now: number;
}) {
  const counts = dueByDay(useAnswers(), all, now);
  const most = Math.max(1, ...counts);
  const sum = counts.reduce((so, one) => so + one, 0);
  return (
    <section className={styles.coming} aria-labelledby="coming-days">
      <h2 id="coming-days">The coming days</h2>
      <ol className={styles.days}>
        {counts.map((count, ahead) => {
          const day = dayOf(now) + ahead;
          return (
            <li key={day} data-due={count}>
              <span className={styles.count}>{count === 0 ? "–" : count}</span>
              <span
                className={styles.bar}
                style={{ blockSize: `${(100 * count) / most}%` }}
                aria-hidden="true"
              />
              <span className={styles.name}>{nameOf(day, ahead)}</span>
            </li>
          );
        })}
      </ol>
      <p>
        {sum === 0
          ? "Nothing is due this week."
          : "What you answer rightly moves on: by days at first, then by weeks and months."}
      </p>
    </section>
  );
}
