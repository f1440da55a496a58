"use client";
import { useEffect, useState } from "react";
import { spotFigure } from "@/components/figure/spots/spots";
import { Button } from "@/components/kit/button";
import { Row } from "@/components/kit/layout";
import { Problem } from "@/components/kit/notice";
import { Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { WithCode } from "@/components/kit/with-code";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import { isSlug } from "@/content/course";
import { type Posed, posed, type Question } from "@/content/quiz/question";
import styles from "./sheet.module.css";
import { letter, seedOf, sheetKey } from "./sheet-key";

// A lesson's questions on paper, and their key on a page of its own.

type Asked = { title: string; seed: number; questions: readonly CourseQuestion[] };

async function read(titles: Readonly<Record<string, string>>): Promise<Asked> {
  const query = new URLSearchParams(window.location.search);
  const slug = query.get("lesson") ?? "all";
  const all = await courseQuestions();
  const one = isSlug(slug);
  return {
    title: (one && titles[slug]) || "The whole course",
    seed: seedOf(query.get("seed")),
    questions: one ? all.filter(({ lesson }) => lesson === slug) : all,
  };
}

const Key = ({ questions, seed }: Asked) => (
  <section className={styles.key} aria-labelledby="key">
    <h2 id="key">Key</h2>
    <ol>
      {questions.map(({ id, question }) => {
        const { write, whys } = sheetKey(question, seed);
        return (
          <li key={id}>
            <b>{write}</b> <WithCode text={whys.join(" ")} />
          </li>
        );
      })}
    </ol>
  </section>
);

/** `titles`: of the lessons, by slug. */
export function Sheet({ titles }: { titles: Readonly<Record<string, string>> }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failed, setFailed] = useState(false);
  const [withKey, setWithKey] = useState(true);
  useEffect(() => {
    read(titles).then(setAsked, () => setFailed(true));
  }, [titles]);
  if (failed) {
    return (
      <Problem role="alert">
        The questions could not be loaded. Reload this page once you are online.
      </Problem>
    );
  }
  return (
    <div className={styles.sheet}>
      <h1>{asked?.title ?? "Questions on paper"}</h1>
      <Row className={styles.controls}>
        <Tick checked={withKey} onChange={({ target }) => setWithKey(target.checked)}>
          With the key, on a page of its own
        </Tick>
        <Button disabled={!asked} onClick={() => window.print()}>
          Print
        </Button>
        <a href="/questions">All questions</a>
        <Status>{asked ? "" : "Loading the questions…"}</Status>
      </Row>
      {asked && (
        <>
          <p className={styles.name}>Name:</p>
          <ol>
            {asked.questions.map(({ id, question }) => (
              <SheetQuestion key={id} question={question} seed={asked.seed} />
            ))}
          </ol>
          {withKey && <Key {...asked} />}
        </>
      )}
    </div>
  );
}

/** Where something is to be written. */
const Line = ({ long = false }: { long?: boolean }) => (
  <span className={long ? styles.longLine : styles.line}>
    <span className="visually-hidden">to fill in</span>
  </span>
);

const Lettered = ({ texts, box }: { texts: readonly string[]; box: boolean }) => (
  <ul className={styles.parts}>
    {texts.map((text, at) => (
      <li key={text}>
        {box ? <span className={styles.box} aria-hidden="true" /> : null}
        <b>{letter(at)}</b> <WithCode text={text} />
      </li>
    ))}
  </ul>
);

/** The figure whose places the options name, with their letters in it. */
function Figure({ of }: { of: Extract<Posed, { kind: "point" }> }) {
  const figure = spotFigure(of.figure);
  const spots = of.options.map(({ spot }) => spot);
  return figure && <figure.Drawing spots={spots} chosen={null} onChoose={null} />;
}

/** What is below the question: boxes to tick, lines to write on. */
function Answering({ of }: { of: Posed }) {
  switch (of.kind) {
    case "number":
      return (
        <p>
          <Line long /> {of.unit}
        </p>
      );
    case "blank":
      return null;
    case "order":
      return (
        <>
          <Lettered texts={of.items} box={false} />
          <p>
            In order: <Line long />
          </p>
        </>
      );
    case "match":
      return (
        <div className={styles.match}>
          <ol>
            {of.items.map((text) => (
              <li key={text}>
                <Line /> <WithCode text={text} />
              </li>
            ))}
          </ol>
          <Lettered texts={of.targets} box={false} />
        </div>
      );
    case "point": {
      const texts = of.options.map(({ text }) => text);
      return (
        <>
          <Figure of={of} />
          <Lettered texts={texts} box />
        </>
      );
    }
    default:
      return <Lettered texts={of.options} box />;
  }
}

const notes: Partial<Record<Question["kind"], string>> = {
  several: "Tick all that are right.",
  match: "Write the letter that belongs to each.",
};

type Props = { question: Question; seed: number };

/** One question on paper. */
function SheetQuestion({ question, seed }: Props) {
  const of = posed(question, seed);
  const [before = "", ...after] = of.kind === "blank" ? of.asks.split("___") : [of.asks];
  return (
    <li className={styles.question}>
      <p>
        <WithCode text={before} />
        {of.kind === "blank" && (
          <>
            <Line long /> <WithCode text={after.join("___")} />
          </>
        )}
      </p>
      {notes[of.kind] && <p className={styles.note}>{notes[of.kind]}</p>}
      <Answering of={of} />
    </li>
  );
}
