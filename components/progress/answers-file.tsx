"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { FileButton } from "@/components/kit/file-drop";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { changeAnswers, useAnswers } from "@/components/quiz/answer-store";
import { formatAnswerBook, merge, parseAnswerBook } from "@/content/quiz/answer-book";
import { counted } from "@/labs/arithmetic/number-text";

/** The largest file that is read, in bytes. */
const largestFile = 2_000_000;

/** Saves the answers as a file, and takes such a file in, beside those that are here. */
export function AnswersFile({ ids }: { ids: readonly string[] }) {
  const answers = useAnswers();
  const [says, setSays] = useState("");
  const save = () =>
    download("next-pass-answers.json", formatAnswerBook(answers), "application/json");
  return (
    <Row>
      <Button onClick={save}>Export</Button>
      <FileButton
        label="A file of answers"
        accept="application/json,.json"
        onFiles={([file]) => file && void takeIn(file, ids).then(setSays)}
      >
        Import
      </FileButton>
      <Status>{says}</Status>
    </Row>
  );
}

/** Takes in what a file holds of the questions `ids`; gives a sentence about it. */
async function takeIn(file: File, ids: readonly string[]): Promise<string> {
  const book = file.size <= largestFile ? parseAnswerBook(await file.text()) : null;
  if (!book) {
    return `“${file.name}” is not a file of answers from this course; nothing changed.`;
  }
  const asked = new Set(ids);
  const known = Object.entries(book).filter(([id]) => asked.has(id));
  changeAnswers((before) => merge(before, Object.fromEntries(known)));
  const others = Object.keys(book).length - known.length;
  return `Took in ${counted(known.length, "answer")} from “${file.name}”.${
    others > 0 ? ` ${others} belong to no question of this course.` : ""
  }`;
}
