"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { FileButton } from "@/components/kit/file-drop";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { changeHeld, useHeldClaims } from "@/components/lab/training/held-store";
import { changeAnswers, useAnswers } from "@/components/quiz/answer-store";
import { merge } from "@/content/quiz/answer-book";
import { formatProgress, parseProgress } from "@/content/quiz/progress-file";
import { counted } from "@/labs/arithmetic/number-text";

/** The largest file that is read, in bytes. */
const largestFile = 2_000_000;

/**
 * Saves answers and claims as a file, and takes such a file in, beside those that are here.
 */
export function AnswersFile({ ids }: { ids: readonly string[] }) {
  const answers = useAnswers();
  const held = useHeldClaims();
  const [says, setSays] = useState("");
  const save = () =>
    download(
      "next-pass-answers.json",
      formatProgress({ answers, held }),
      "application/json",
    );
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
  const progress = file.size <= largestFile ? parseProgress(await file.text()) : null;
  if (!progress) {
    return `“${file.name}” is not a file of answers from this course; nothing changed.`;
  }
  const asked = new Set(ids);
  const entries = Object.entries(progress.answers);
  const known = entries.filter(([id]) => asked.has(id));
  changeAnswers((before) => merge(before, Object.fromEntries(known)));
  const { held } = progress;
  if (held.size > 0) changeHeld((before) => new Set([...before, ...held]));
  const others = entries.length - known.length;
  const seen = held.size > 0 ? ` and ${counted(held.size, "claim")}` : "";
  return `Took in ${counted(known.length, "answer")}${seen} from “${file.name}”.${
    others > 0 ? ` ${others} belong to no question of this course.` : ""
  }`;
}
