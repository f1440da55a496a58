"use client";
// Takes a reader’s answers and the claims seen true to another browser, as a file.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { FileButton } from "@/components/kit/file-drop";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { textIn } from "@/components/kit/text-file";
import { changeHeld, useHeldClaims } from "@/components/lab/training/held-store";
import { changeAnswers, useAnswers } from "@/components/quiz/answer-store";
import { isFields } from "@/content/fields";
import {
  type AnswerBook,
  formatAnswerBook,
  merge,
  parseAnswerBook,
} from "@/content/quiz/answer-book";
import { counted } from "@/labs/arithmetic/number-text";
import { type HeldClaims, noneHeld, readHeld } from "@/labs/claim/held-claims";

/** The largest file that is read, in bytes. */
const largestFile = 2_000_000;

/** The ids of the course's questions, and the names of its claims. */
type Course = { ids: readonly string[]; claims: readonly string[] };

/**
 * Saves answers and claims as a file, and takes such a file in, beside those that are here.
 */
export function AnswersFile(course: Course) {
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
        onFiles={([file]) => file && void takeIn(file, course).then(setSays)}
      >
        Import
      </FileButton>
      <Status>{says}</Status>
    </Row>
  );
}

/**
 * Takes in what a file holds of the course, and nothing else: what is kept has room for
 * that alone. Gives a sentence about it.
 */
export async function takeIn(file: File, { ids, claims }: Course): Promise<string> {
  const read = await textIn(file, largestFile);
  if ("problem" in read) return `${read.problem} Nothing changed.`;
  const progress = parseProgress(read.text);
  if (!progress) {
    return `“${file.name}” is not a file of answers from this course; nothing changed.`;
  }
  const asked = new Set(ids);
  const entries = Object.entries(progress.answers);
  const known = entries.filter(([id]) => asked.has(id));
  if (known.length > 0) {
    changeAnswers((before) => merge(before, Object.fromEntries(known)));
  }
  const held = claims.filter((name) => progress.held.has(name));
  if (held.length > 0) changeHeld((before) => new Set([...before, ...held]));
  const others = entries.length - known.length + progress.held.size - held.length;
  const seen = held.length > 0 ? ` and ${counted(held.length, "claim")}` : "";
  return `Took in ${counted(known.length, "answer")}${seen} from “${file.name}”.${
    others > 0 ? ` ${others} belong to nothing that this course asks or claims.` : ""
  }`;
}

/** All that a file of a reader holds. */
type Progress = { answers: AnswerBook; held: HeldClaims };

/** Writes a file that every version reads as a book of answers; earlier ones leave the rest. */
export function formatProgress({ answers, held }: Progress): string {
  return JSON.stringify({ ...JSON.parse(formatAnswerBook(answers)), claims: [...held] });
}

/** Reads a file, of earlier versions too; null where it is not wholly a book of answers. */
export function parseProgress(text: string): Progress | null {
  const answers = parseAnswerBook(text);
  if (!answers) return null;
  const read: unknown = JSON.parse(text);
  return { answers, held: (isFields(read) && readHeld(read.claims)) || noneHeld };
}
