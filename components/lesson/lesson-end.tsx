"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { PlainList } from "@/components/kit/layout";
import { Asks } from "@/components/quiz/asks";
import type { LessonSection } from "@/content/lesson/sections";
import type { AskedWords } from "@/content/quiz/second-wording";
import { counted } from "@/labs/arithmetic/number-text";
import { lessonSum } from "../progress/section-progress";
import { useKept } from "../progress/use-kept";
import styles from "./lesson-end.module.css";

/** A lesson of the course. */
export type Lesson = { slug: string; title: string };

type Props = {
  slug: string;
  sections: readonly LessonSection[];
  /** Every question of the lesson in its own words. */
  asked: readonly AskedWords[];
  /** Each claim in its own words, by `lab/claim`. */
  says: Readonly<Record<string, string>>;
  previous: Lesson | undefined;
  next: Lesson | undefined;
};

/** The end of a lesson: what was seen and answered in it, what to look at again, ways on. */
export function LessonEnd({ slug, sections, asked, says, previous, next }: Props) {
  const kept = useKept(slug);
  const { claims, untested, questions, right, missed } = lessonSum(sections, kept);
  const seen = claims.length - untested.length;
  return (
    <section className={styles.end} aria-labelledby="where-you-stand" data-lesson-end>
      <h2 id="where-you-stand">Where you stand</h2>
      <dl className={styles.counts}>
        {claims.length > 0 && (
          <Count of={claims.length} what="claims seen true" count={seen} />
        )}
        <Count of={questions.length} what="questions right" count={right.length} />
        <Count what="to look at again" count={missed.length} />
      </dl>
      {missed.length > 0 && (
        <Again title="Answered wrongly, last time">
          {missed.map((id) => (
            <li key={id}>
              <a href={`#question-${id}`}>
                <Asks question={asked.find((one) => one.id === id) ?? { id, asks: id }} />
              </a>
            </li>
          ))}
        </Again>
      )}
      {untested.length > 0 && seen > 0 && (
        <Again title={`Not trained yet: ${counted(untested.length, "claim")}`}>
          {untested.map((claim) => (
            <li key={claim}>
              <a href={`#${sectionOf(sections, claim)?.id}`}>{says[claim] ?? claim}</a>
            </li>
          ))}
        </Again>
      )}
      <WaysOn {...{ previous, next }} />
    </section>
  );
}

const sectionOf = (sections: readonly LessonSection[], claim: string) =>
  sections.find(({ claims, predicted }) => [...claims, ...predicted].includes(claim));

type CountProps = { count: number; of?: number; what: string };

const Count = ({ count, of, what }: CountProps) => (
  <div>
    <dt>{what}</dt>
    <dd>
      {count}
      {of !== undefined && <span> of {of}</span>}
    </dd>
  </div>
);

const Again = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={styles.again}>
    <h3>{title}</h3>
    <PlainList>{children}</PlainList>
  </div>
);

const WaysOn = ({ previous, next }: Pick<Props, "previous" | "next">) => (
  <nav className={styles.ways} aria-label="Next">
    {previous && (
      <Link href={`/lessons/${previous.slug}`} prefetch={false}>
        <span>← Lesson before</span>
        {previous.title}
      </Link>
    )}
    {next ? (
      <Link href={`/lessons/${next.slug}`} className={styles.primary}>
        <span>Next lesson →</span>
        {next.title}
      </Link>
    ) : (
      <Link href="/progress" prefetch={false} className={styles.primary}>
        <span>The last lesson</span>
        See what you have answered
      </Link>
    )}
    <Link href="/review" prefetch={false}>
      <span>Once a day</span>
      Review
    </Link>
  </nav>
);
