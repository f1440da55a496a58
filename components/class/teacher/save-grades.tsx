"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { download } from "@/components/kit/download";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import type { GradebookForm } from "./gradebook-csv";
import type { Gradebook } from "./grades";
import type { Board } from "./merged-board";

type Props = { board: Board; grades: Gradebook };

/** The grades as files that other systems import. */
export function SaveGrades({ board, grades }: Props) {
  const [problem, setProblem] = useState<string | null>(null);

  async function save(kind: GradebookForm) {
    const loaded = await import("./gradebook-csv").catch(() => null);
    setProblem(loaded ? null : "The part that writes it could not be loaded: try again.");
    if (!loaded) return;
    const { name, text } = loaded.gradebookFile(board, grades, kind, new Date());
    download(name, text, "text/csv");
  }

  return (
    <Disclosure summary="Grades for another system">
      <Stack>
        <Row>
          <Button onClick={() => save("canvas")}>Grades for Canvas</Button>
          <Button onClick={() => save("moodle")}>Grades for Moodle</Button>
        </Row>
        <Problem role="alert">{problem}</Problem>
        <Small>
          A row for each learner, a column for each assignment. Canvas finds them by the
          id in your list as SIS ID or login, else by name; Moodle by id number or e-mail
          address. An assignment that says nothing of points counts one point once all its
          goals are met, and one for each graded question that is right.
        </Small>
      </Stack>
    </Disclosure>
  );
}
