// The tags of a lesson as the page shows them.
import Link from "next/link";
import type { ComponentType, ReactNode } from "react";
import { Blame } from "@/components/figure/blame";
import { ChanceCosts } from "@/components/figure/chance-costs";
import { DsvmChoices } from "@/components/figure/dsvm-choices";
import { FeedForwardFigure } from "@/components/figure/feed-forward-figure";
import { GpuSizes } from "@/components/figure/gpu-sizes";
import { Lanes } from "@/components/figure/lanes";
import { LearningLoop } from "@/components/figure/learning-loop";
import { LossShapes } from "@/components/figure/loss-shapes";
import { SharedWeights } from "@/components/figure/shared-weights";
import { ThreeInputs } from "@/components/figure/three-inputs";
import { ThreeSets } from "@/components/figure/three-sets";
import { classNames } from "@/components/kit/class-names";
import { Notice } from "@/components/kit/notice";
import { Code } from "@/components/kit/with-code";
import { ClaimCard, claimStart } from "@/components/lab/claim-card";
import { Lab } from "@/components/lab/lab";
import { LabStill } from "@/components/lab/lab-still";
import type { RunStart } from "@/components/quiz/predict-form";
import { QuestionCard } from "@/components/quiz/question-card";
import { QuestionSet } from "@/components/quiz/question-set";
import type { WayOn } from "@/components/quiz/set-end";
import type { LessonTag } from "@/content/lesson/lesson-syntax";
import type { Question } from "@/content/quiz/question";
import { type Source, type SourceName, sources, writtenDate } from "@/content/sources";
import { isLabId, labs } from "@/labs/catalog/labs";
import styles from "./lesson.module.css";
import { Citation, Definition } from "./margin-note";
import { Told } from "./told";

/** Every figure, by the name a lesson asks for; `alt` says in words what it shows. */
const figures = {
  "learning-loop": LearningLoop,
  "feed-forward": FeedForwardFigure,
  blame: Blame,
  "three-sets": ThreeSets,
  "three-inputs": ThreeInputs,
  "loss-shapes": LossShapes,
  "chance-costs": ChanceCosts,
  "shared-weights": SharedWeights,
  lanes: Lanes,
  "dsvm-choices": DsvmChoices,
  "gpu-sizes": GpuSizes,
} as const satisfies Record<string, ComponentType<{ alt: string }>>;

type FigureName = keyof typeof figures;

type Text = { children: ReactNode };

/** The picture and the first losses of the run that a question asks about, if it does. */
function runStartOf(question: Question): RunStart | null {
  if (question.kind !== "predict" || !isLabId(question.lab)) return null;
  return claimStart(question.lab, question.claim);
}

const isFigureName = (name: string): name is FigureName => Object.hasOwn(figures, name);

const Aside = (props: Text & { kind: "note" | "pitfall"; title: string }) => (
  <Notice
    as="aside"
    aria-label={props.title}
    className={classNames(styles.aside, props.kind === "pitfall" && styles.pitfall)}
    title={
      <>
        <span aria-hidden="true">{props.kind === "note" ? "✎" : "⚠"}</span> {props.title}
      </>
    }
  >
    {props.children}
  </Notice>
);

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

type FormulaProps = { kind: string; html: string; end: string };

/** A formula, drawn by KaTeX while the page was built: in it, or in a line of its own. */
function Formula({ kind, html, end }: FormulaProps) {
  const formula = (
    <span
      className={kind}
      translate="no"
      dir="ltr"
      // On a narrow screen a long one scrolls, which the keyboard must reach.
      tabIndex={kind === "katex-display" ? 0 : undefined}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
  if (!end) return formula;
  return (
    <span className={styles.whole}>
      {formula}
      {end}
    </span>
  );
}

type LinkProps = { href?: string; children?: ReactNode; "data-term"?: string };

/** A link of the text: to another page of the site without loading all of it anew. */
const TextLink = ({ href = "", ...rest }: LinkProps) =>
  href.startsWith("/") ? (
    <Link href={href} prefetch={false} {...rest} />
  ) : (
    <a href={href} {...rest} />
  );

/** Where a lesson's questions lead: its own headings, by their ids, and the page after it. */
type Around = { sections: Readonly<Record<string, string>>; wayOn: WayOn };

type QuizProps = {
  /** The ids of what to ask here; left out, the lesson's pool is asked. */
  ids: string | undefined;
  questions: readonly Question[];
  /** The ids of questions that have a place of their own in the lesson. */
  placed: readonly string[];
  around: Around | undefined;
};

function Quiz({ ids, questions, placed, around }: QuizProps) {
  if (ids === undefined) {
    const pool = questions.filter(({ id }) => !placed.includes(id));
    if (pool.length === 0) throw new Error("This lesson has no question left to ask");
    return <QuestionSet pool={pool} {...around} />;
  }
  const named = questions.map((question, at) => ({
    question,
    place: `Question ${at + 1}`,
  }));
  const wanted = ids.split(/\s+/).filter(Boolean);
  return (
    <div className={styles.quiz}>
      {wanted.map((id) => {
        const found = named.find(({ question }) => question.id === id);
        if (!found) throw new Error(`There is no question "${id}" beside this lesson`);
        const start = runStartOf(found.question);
        return <QuestionCard key={id} {...found} {...(start && { start })} />;
      })}
    </div>
  );
}

/**
 * The tags of one lesson, given its questions, the sources it cites, and the ids of the
 * questions that have a place of their own in it; `around`: see there.
 */
export function lessonComponents(
  questions: readonly Question[],
  cited: readonly SourceName[],
  placed: readonly string[],
  around?: Around,
) {
  return {
    Intro: ({ children }: Text) => <div className={styles.intro}>{children}</div>,
    YouWillLearn: ({ children }: Text) => (
      <section className={styles.goals} aria-labelledby="you-will-learn">
        <h2 id="you-will-learn">You will be able to</h2>
        {children}
      </section>
    ),
    Lab({ id, claim }: { id: string; claim?: string }) {
      if (!isLabId(id)) throw new Error(`There is no lab "${id}"`);
      if (claim !== undefined) return <ClaimCard id={id} claim={claim} />;
      return (
        <>
          <Lab id={id} />
          <div
            className={styles.still}
            data-still={id}
            role="img"
            aria-label={`${labs[id].title}: ${labs[id].question}`}
          >
            <LabStill id={id} />
          </div>
        </>
      );
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
    Quiz: (props: { questions?: string }) => (
      <Quiz ids={props.questions} {...{ questions, placed, around }} />
    ),
    Sources: () => <SourceList names={cited} />,
    Definition,
    Citation,
    Formula,
    a: TextLink,
    code: Code,
    Told: (props: Text & { after: string }) => (
      <Told columns={styles.columns} {...props} />
    ),
  } satisfies Record<
    LessonTag | "Told" | "Definition" | "Citation" | "Formula" | "a" | "code",
    unknown
  >;
}

/** The publications a lesson cites, each with its date and when it was last read. */
function SourceList({ names }: { names: readonly SourceName[] }) {
  return (
    <section className={styles.sources} aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul>
        {names.map((name) => {
          const source: Source = sources[name];
          return (
            <li key={name} id={`source-${name}`}>
              {source.publisher}, <a href={source.url}>{source.title}</a>,{" "}
              {writtenDate(source.dated)}; read {writtenDate(source.checkedOn)}.
            </li>
          );
        })}
      </ul>
    </section>
  );
}
