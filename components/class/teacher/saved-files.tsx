"use client";
// The work of a class as files: every receipt for a spreadsheet, grades for other systems.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { download } from "@/components/kit/download";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { siteAddress } from "@/content/site-path";
import type { GradebookForm } from "./gradebook-csv";
import type { Gradebook } from "./grades";
import type { Board } from "./merged-board";

type Props = {
  board: Board;
  grades: Gradebook;
  /** Whether any graded quiz was started. */
  quizzes: boolean;
};

/** Buttons that save the receipts and the grades; each loads what it needs. */
export function SavedFiles({ board, grades, quizzes }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const now = () => new Date();

  async function save(write: () => Promise<{ name: string; text: string }>) {
    try {
      const { name, text } = await write();
      setProblem(null);
      download(name, text, "text/csv");
    } catch {
      setProblem("The part that writes the file could not be loaded: try again.");
    }
  }

  const saveReceipts = () =>
    save(async () => {
      const { boardFile } = await import("./board-csv");
      return boardFile(board, grades, siteAddress, now());
    });
  const saveGrades = (form: GradebookForm) =>
    save(async () => {
      const { gradebookFile } = await import("./gradebook-csv");
      return gradebookFile(board, grades, form, now());
    });

  const isEmpty = board.count === 0 && !quizzes && board.marks.length === 0;
  return (
    <Disclosure summary="Save as CSV">
      <Stack>
        <Row>
          <Button disabled={isEmpty} onClick={saveReceipts}>
            {quizzes ? "All receipts and quiz scores as CSV" : "All receipts as CSV"}
          </Button>
          <Button onClick={() => saveGrades("canvas")}>Grades for Canvas</Button>
          <Button onClick={() => saveGrades("moodle")}>Grades for Moodle</Button>
        </Row>
        <Problem role="alert">{problem}</Problem>
        <Small>
          Grades have a row for each learner and a column for each assignment. Canvas
          finds learners by the id on your list as SIS ID or login, else by name; Moodle
          by id number or e-mail address. An assignment that says nothing of points counts
          one once all its goals are met, and one for each graded question that is right.
        </Small>
      </Stack>
    </Disclosure>
  );
}
