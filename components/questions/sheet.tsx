"use client";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Row } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { useHydrated } from "@/components/kit/use-hydrated";
import { WithCode } from "@/components/kit/with-code";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import { isSlug } from "@/content/course";
import type { Part, SheetKey } from "@/content/quiz/kinds/kind";
import {
  drawn,
  kinds,
  type Presented,
  present,
  type Question,
} from "@/content/quiz/question";
import { sitePath } from "@/content/site-path";
import { letterAt } from "@/labs/arithmetic/number-text";
import { type SheetDraw, sheetDrawOf } from "./seed-text";
import styles from "./sheet.module.css";

// A lesson's questions on paper, and their key on a page of its own.

type Asked = SheetDraw & { title: string; questions: readonly CourseQuestion[] };

/** All of the page but its heading. `titles`: of the lessons, by slug. */
export function Sheet({ titles }: { titles: Readonly<Record<string, string>> }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failed, setFailed] = useState(false);
  const hydrated = useHydrated();
  const [withKey, setWithKey] = useState(true);
  useEffect(() => {
    read(titles).then(setAsked, () => setFailed(true));
  }, [titles]);
  return (
    <div className={styles.sheet}>
      <Row className={styles.controls}>
        <Tick checked={withKey} onChange={({ target }) => setWithKey(target.checked)}>
          With the key, on a page of its own
        </Tick>
        <Button disabled={!asked} onClick={() => window.print()}>
          Print
        </Button>
        <a href={sitePath("/questions")}>All questions</a>
      </Row>
      {failed ? (
        <Problem role="alert">
          The questions could not be loaded. Reload this page once you are online.
        </Problem>
      ) : (
        <Status>{hydrated && !asked && "Loading the questions…"}</Status>
      )}
      {asked && (
        <>
          <h2>{asked.title}</h2>
          <p className={styles.name}>Name:</p>
          <ol>
            {asked.questions.map(({ id, question }) => (
              <SheetQuestion
                key={id}
                question={question}
                seed={asked.seed}
                permute={asked.permute}
              />
            ))}
          </ol>
          {withKey && <Key {...asked} />}
        </>
      )}
    </div>
  );
}

async function read(titles: Readonly<Record<string, string>>): Promise<Asked> {
  const query = new URLSearchParams(window.location.search);
  const slug = query.get("lesson") ?? "all";
  const all = await courseQuestions();
  const one = isSlug(slug);
  return {
    title: (one && titles[slug]) || "The whole course",
    ...sheetDrawOf(query),
    questions: one ? all.filter(({ lesson }) => lesson === slug) : all,
  };
}

const Key = ({ questions, ...by }: Asked) => (
  <section className={styles.key} aria-labelledby="key">
    <h2 id="key">Key</h2>
    <ol>
      {questions.map(({ id, question }) => {
        const { write, whys } = sheetKey(question, by);
        return (
          <li key={id}>
            <b>{write}</b> <WithCode text={whys.join(" ")} />
          </li>
        );
      })}
    </ol>
  </section>
);

/** Where something is to be written. */
const Line = ({ long = false }: { long?: boolean }) => (
  <span className={long ? styles.longLine : styles.line}>
    <span className="visually-hidden">to fill in</span>
  </span>
);

const Lettered = ({ parts, box }: { parts: readonly Part[]; box: boolean }) => (
  <PlainList className={styles.parts}>
    {parts.map(({ id, text }, at) => (
      <li key={id}>
        {box ? <span className={styles.box} aria-hidden="true" /> : null}
        <b>{letterAt(at)}</b> <WithCode text={text} />
      </li>
    ))}
  </PlainList>
);

type FigureProps = { name: string; parts: readonly Part[] };

/** The figure whose places the options name, with their letters in it. */
const Figure = lazy(async () => {
  const drawings = await import("@/components/figure/spots/spots").catch(() => null);
  const Drawn = ({ name, parts }: FigureProps) => {
    if (!drawings) return <Problem role="alert">The figure could not be loaded.</Problem>;
    const figure = drawings.spotFigure(name);
    const spots = parts.map(({ spot = "" }) => spot);
    return figure && <figure.Drawing spots={spots} chosen={null} onChoose={null} />;
  };
  return { default: Drawn };
});

/** Below the question: boxes to tick, lines to write on. */
function Answering({ presented }: { presented: Presented }) {
  const { kind, parts, targets, figure, unit } = presented;
  const { paper, holdsBlank } = kinds[kind];
  if (holdsBlank) return null;
  if (parts.length === 0) {
    return (
      <p>
        <Line long /> {unit}
      </p>
    );
  }
  if (targets.length > 0) {
    return (
      <div className={styles.match}>
        <ol>
          {parts.map(({ id, text }) => (
            <li key={id}>
              <Line /> <WithCode text={text} />
            </li>
          ))}
        </ol>
        <Lettered parts={targets} box={false} />
      </div>
    );
  }
  return (
    <>
      <Suspense>{figure !== null && <Figure name={figure} parts={parts} />}</Suspense>
      <Lettered parts={parts} box={paper.boxes === true} />
      {paper.line && (
        <p>
          {paper.line} <Line long />
        </p>
      )}
    </>
  );
}

type Props = SheetDraw & { question: Question };

/** One question on paper. */
function SheetQuestion({ question, seed, permute }: Props) {
  const presented = present(question, seed, permute);
  const { paper, holdsBlank } = kinds[question.kind];
  const { asks } = presented;
  const [before = "", ...after] = holdsBlank ? asks.split("___") : [asks];
  return (
    <li className={styles.question}>
      <p>
        <WithCode text={before} />
        {holdsBlank && (
          <>
            <Line long /> <WithCode text={after.join("___")} />
          </>
        )}
      </p>
      {paper.note && <p className={styles.note}>{paper.note}</p>}
      <Answering presented={presented} />
    </li>
  );
}

/** The right answer with the letters that the sheet of a seed shows, and the reasons. */
export function sheetKey(question: Question, { seed, permute }: SheetDraw): SheetKey {
  const shown = present(question, seed, permute);
  const lettered = shown.targets.length > 0 ? shown.targets : shown.parts;
  const letterOf = (id: string) => letterAt(lettered.findIndex((one) => one.id === id));
  return kinds[question.kind].sheetKey(drawn(question, seed), letterOf, shown);
}
