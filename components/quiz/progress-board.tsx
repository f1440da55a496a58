"use client";
import Link from "next/link";
import { useRef, useState } from "react";
import { formatAnswerBook, merge, parseAnswerBook } from "@/content/answer-book";
import { changeAnswers, useAnswers, useIsKept } from "./answer-store";
import styles from "./quiz.module.css";

type Lesson = {
  slug: string;
  title: string;
  questions: readonly { id: string; asks: string }[];
};

/** The largest file that is read, in bytes. */
const largestFile = 1_000_000;

function save(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "next-pass-answers.json";
  link.click();
  URL.revokeObjectURL(url);
}

/** All lessons and questions with what was answered; reset, export and import. */
export function ProgressBoard({ lessons }: { lessons: readonly Lesson[] }) {
  const answers = useAnswers();
  const isKept = useIsKept();
  const [says, setSays] = useState("");
  const file = useRef<HTMLInputElement>(null);

  async function load(chosen: File) {
    const text = chosen.size <= largestFile ? await chosen.text() : "";
    const book = parseAnswerBook(text);
    if (!book) {
      setSays(
        `“${chosen.name}” is not a file of answers from this course; nothing changed.`,
      );
      return;
    }
    const ids = new Set(
      lessons.flatMap(({ questions }) => questions.map(({ id }) => id)),
    );
    const known = Object.entries(book).filter(([id]) => ids.has(id));
    changeAnswers((before) => merge(before, Object.fromEntries(known)));
    const others = Object.keys(book).length - known.length;
    const left = others > 0 ? ` ${others} belong to no question of this course.` : "";
    setSays(
      `Took in ${known.length} ${known.length === 1 ? "answer" : "answers"} from “${chosen.name}”.${left}`,
    );
  }

  function reset({ title, questions }: Lesson) {
    changeAnswers((book) =>
      Object.fromEntries(
        Object.entries(book).filter(
          ([id]) => !questions.some((question) => question.id === id),
        ),
      ),
    );
    setSays(`The answers of “${title}” were removed.`);
  }

  return (
    <>
      <div className={styles.foot}>
        <button type="button" onClick={() => save(formatAnswerBook(answers))}>
          Export
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Import
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          aria-label="A file of answers"
          className="visually-hidden"
          tabIndex={-1}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) void load(chosen);
            event.target.value = "";
          }}
        />
        <p role="status">{says}</p>
      </div>
      {!isKept && (
        <p className={styles.unkept}>This browser does not let the page keep answers.</p>
      )}
      {lessons.map((lesson) => {
        const { slug, title, questions } = lesson;
        const right = questions.filter(({ id }) => answers[id]?.right).length;
        const answered = questions.filter(({ id }) => answers[id]).length;
        return (
          <section key={slug} className={styles.board} data-progress={slug}>
            <h2>
              <Link href={`/lessons/${slug}`}>{title}</Link>
            </h2>
            <p>
              {right} of {questions.length} right
            </p>
            <progress
              max={questions.length}
              value={right}
              aria-label={`${title}: right`}
            />
            <ul>
              {questions.map(({ id, asks }) => {
                const entry = answers[id];
                const state = entry ? (entry.right ? "right" : "wrong") : "open";
                const mark = { right: "✓ right", wrong: "✗ not yet", open: "· open" }[
                  state
                ];
                return (
                  <li key={id} data-question={id} data-state={state}>
                    <span className={styles.mark}>{mark}</span>{" "}
                    <Link href={`/lessons/${slug}#question-${id}`}>{asks}</Link>
                    {entry?.right && !entry.firstRight && " (not at the first try)"}
                  </li>
                );
              })}
            </ul>
            {answered > 0 && (
              <button type="button" onClick={() => reset(lesson)}>
                Reset <span className="visually-hidden">{title}</span>
              </button>
            )}
          </section>
        );
      })}
    </>
  );
}
