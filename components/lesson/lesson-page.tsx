import type { ReactNode } from "react";
import { classNames } from "@/components/kit/class-names";
import type { LessonSection } from "@/content/lesson/sections";
import type { AskedWords } from "@/content/quiz/second-wording";
import { Contents } from "./contents";
import styles from "./lesson.module.css";
import { type Lesson, LessonEnd } from "./lesson-end";
import { LessonText } from "./lesson-text";
import { ReadingBar } from "./reading-bar";

type Props = {
  slug: string;
  /** Where it stands in the course, from 1, and how many lessons there are. */
  place: { at: number; of: number };
  title: string;
  /** The question that the lesson answers. */
  question: string;
  sections: readonly LessonSection[];
  /** Every question of the lesson in its own words. */
  asked: readonly AskedWords[];
  /** Each claim in its own words, by `lab/claim`. */
  says: Readonly<Record<string, string>>;
  /** The lessons around it; left out before the first and after the last. */
  previous: Lesson | undefined;
  next: Lesson | undefined;
  /** The drawing that it opens with. */
  lead: ReactNode;
  /** The lesson itself. */
  children: ReactNode;
};

/** The frame of a lesson: its contents beside it, and where the reader stands after it. */
export function LessonPage(props: Props) {
  const { slug, place, title, question, sections, previous, next, lead } = props;
  return (
    <div className={styles.frame}>
      <article className={styles.lesson} data-lesson={slug}>
        <header className={styles.head}>
          <p className={styles.number}>
            Lesson {place.at} of {place.of}
          </p>
          <h1>{title}</h1>
          <p className={styles.question}>{question}</p>
          {lead}
        </header>
        <Contents {...{ slug, sections }} />
        <LessonText className={classNames(styles.text, styles.columns)}>
          {props.children}
          <LessonEnd
            {...{ slug, sections, previous, next }}
            asked={props.asked}
            says={props.says}
          />
        </LessonText>
        <ReadingBar
          {...{ slug, sections }}
          next={
            next
              ? { href: `/lessons/${next.slug}`, title: next.title }
              : { href: "/progress", title: "Progress" }
          }
        />
      </article>
    </div>
  );
}
