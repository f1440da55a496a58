"use client";
import { useRef, useState } from "react";
import { changeAnswers, useAnswers } from "@/components/quiz/answer-store";
import { formatAnswerBook, merge, parseAnswerBook } from "@/content/quiz/answer-book";
import styles from "./progress.module.css";

/** The largest file that is read, in bytes. */
const largestFile = 2_000_000;

function save(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "next-pass-answers.json";
  link.click();
  URL.revokeObjectURL(url);
}

/** Takes in what a file holds of the questions `ids`; gives a sentence about it. */
async function load(file: File, ids: readonly string[]): Promise<string> {
  const book = file.size <= largestFile ? parseAnswerBook(await file.text()) : null;
  if (!book) {
    return `“${file.name}” is not a file of answers from this course; nothing changed.`;
  }
  const asked = new Set(ids);
  const known = Object.entries(book).filter(([id]) => asked.has(id));
  changeAnswers((before) => merge(before, Object.fromEntries(known)));
  const others = Object.keys(book).length - known.length;
  const count = `${known.length} ${known.length === 1 ? "answer" : "answers"}`;
  return `Took in ${count} from “${file.name}”.${
    others > 0 ? ` ${others} belong to no question of this course.` : ""
  }`;
}

/** Saves the answers as a file, and takes such a file in, beside those that are here. */
export function AnswersFile({ ids }: { ids: readonly string[] }) {
  const answers = useAnswers();
  const [says, setSays] = useState("");
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.row}>
      <button type="button" onClick={() => save(formatAnswerBook(answers))}>
        Export
      </button>
      <button type="button" onClick={() => input.current?.click()}>
        Import
      </button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="A file of answers"
        className="visually-hidden"
        tabIndex={-1}
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          if (chosen) void load(chosen, ids).then(setSays);
          target.value = "";
        }}
      />
      <p role="status">{says}</p>
    </div>
  );
}
