// What each tag of a lesson becomes on the page.
import type { ReactNode } from "react";
import type { LessonTag } from "@/content/lesson-syntax";
import type { Question } from "@/content/question";
import type { SourceName } from "@/content/sources";
import { isLabId } from "@/labs/catalog/labs";
import { type FigureName, figures } from "../figure/figures";
import { Lab } from "../lab/lab";
import { QuestionCard } from "../quiz/question-card";
import styles from "./lesson.module.css";
import { Predict } from "./predict";
import { SourceList } from "./source-list";

type Text = { children: ReactNode };

const isFigureName = (name: string): name is FigureName => Object.hasOwn(figures, name);

function Aside({
  kind,
  title,
  children,
}: Text & { kind: "note" | "pitfall"; title: string }) {
  return (
    <aside className={`${styles.aside} ${styles[kind]}`} aria-label={title}>
      <p className={styles.label}>
        <span aria-hidden="true">{kind === "note" ? "✎" : "⚠"}</span> {title}
      </p>
      {children}
    </aside>
  );
}

function Figure({ name, alt, caption }: { name: string; alt: string; caption: string }) {
  if (!isFigureName(name)) throw new Error(`There is no figure "${name}"`);
  const Drawing = figures[name];
  return (
    <figure className={styles.figure} data-figure={name}>
      <Drawing alt={alt} />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

function Quiz({ ids, questions }: { ids: string; questions: readonly Question[] }) {
  const wanted = ids.split(/\s+/).filter(Boolean);
  return (
    <div className={styles.quiz}>
      {wanted.map((id) => {
        const position = questions.findIndex((question) => question.id === id);
        const question = questions[position];
        if (!question) throw new Error(`There is no question "${id}" beside this lesson`);
        return (
          <QuestionCard key={id} question={question} place={`Question ${position + 1}`} />
        );
      })}
    </div>
  );
}

/** The tags of one lesson, given its questions and the sources it cites. */
export function lessonComponents(
  questions: readonly Question[],
  cited: readonly SourceName[],
) {
  return {
    Intro: ({ children }: Text) => <div className={styles.intro}>{children}</div>,
    YouWillLearn: ({ children }: Text) => (
      <section className={styles.goals} aria-labelledby="you-will-learn">
        <h2 id="you-will-learn">You will be able to</h2>
        {children}
      </section>
    ),
    Predict,
    Lab({ id, claim }: { id: string; claim?: string }) {
      if (!isLabId(id)) throw new Error(`There is no lab "${id}"`);
      return claim === undefined ? <Lab id={id} /> : <Lab id={id} claim={claim} />;
    },
    Note: (props: Text & { title: string }) => <Aside kind="note" {...props} />,
    Pitfall: (props: Text & { title: string }) => <Aside kind="pitfall" {...props} />,
    Figure,
    Recap: ({ children }: Text) => (
      <section className={styles.recap} aria-labelledby="recap">
        <h2 id="recap">Recap</h2>
        {children}
      </section>
    ),
    Quiz: (props: { questions: string }) => (
      <Quiz ids={props.questions} questions={questions} />
    ),
    Sources: () => <SourceList names={cited} />,
  } satisfies Record<LessonTag, unknown>;
}
