"use client";
// A lesson's questions on paper, and their key on a page of its own.
import { useEffect, useState } from "react";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import { WithCode } from "@/components/quiz/with-code";
import { isSlug } from "@/content/course";
import { seedOf } from "./seed-input";
import styles from "./sheet.module.css";
import { sheetKey } from "./sheet-key";
import { SheetQuestion } from "./sheet-question";

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
      <p role="alert">
        The questions could not be loaded. Reload this page once you are online.
      </p>
    );
  }
  return (
    <div className={styles.sheet}>
      <h1>{asked?.title ?? "Questions on paper"}</h1>
      <div className={styles.controls}>
        <label>
          <input
            type="checkbox"
            checked={withKey}
            onChange={({ target }) => setWithKey(target.checked)}
          />{" "}
          With the key, on a page of its own
        </label>
        <button type="button" disabled={!asked} onClick={() => window.print()}>
          Print
        </button>
        <a href="/questions">All questions</a>
      </div>
      <p role="status" className={styles.controls}>
        {asked ? "" : "Loading the questions…"}
      </p>
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
