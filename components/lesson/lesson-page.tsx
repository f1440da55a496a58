import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/kit/class-names";
import styles from "./lesson.module.css";

type Props = {
  slug: string;
  /** Where it stands in the course, from 1, and how many lessons there are. */
  place: { at: number; of: number };
  title: string;
  /** The question that the lesson answers. */
  question: string;
  /** The lesson that follows; left out for the last. */
  next: { slug: string; title: string } | undefined;
  /** The lesson itself. */
  children: ReactNode;
};

/** The frame of a lesson: its place in the course above it, the ways on below it. */
export const LessonPage = ({ slug, place, title, question, next, children }: Props) => (
  <article className={classNames(styles.columns, styles.lesson)} data-lesson={slug}>
    <header>
      <p className={styles.number}>
        Lesson {place.at} of {place.of}
      </p>
      <h1>{title}</h1>
      <p className={styles.question}>{question}</p>
    </header>
    {children}
    <nav className={styles.next} aria-label="Next">
      {next ? (
        <Link href={`/lessons/${next.slug}`}>
          <span>Next lesson</span> {next.title}
        </Link>
      ) : (
        <Link href="/progress" prefetch={false}>
          <span>The last lesson</span> See what you have answered
        </Link>
      )}
      <Link href="/review" prefetch={false}>
        <span>Once a day</span> Review what you have answered
      </Link>
    </nav>
  </article>
);
