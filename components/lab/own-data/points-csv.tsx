"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { download } from "@/components/kit/download";
import { Row, Stack } from "@/components/kit/layout";
import { most } from "@/labs/data/dataset";
import { type PointsRead, pointsCsv, pointsFromCsv } from "@/labs/data/own-points";
import { type Meaning, TextDrop } from "../controls/text-drop";
import { classLooks, lookOf } from "../plane/class-look";
import type { OwnPoints } from "./use-own-points";

const hint =
  `Three columns: x, y and a label, in any words. At most ${most.classes} labels and ` +
  `${most.own} points; of more, an evenly spread choice is kept. Undo brings back what ` +
  "was there before.";

/** The points read from a CSV, and kept as one. */
export function PointsCsv({ own }: { own: OwnPoints }) {
  const [notes, setNotes] = useState<readonly string[]>([]);
  const { points } = own;

  function take(read: PointsRead): string | null {
    const says = `Read ${read.points.length} points of ${read.labels.length} classes.`;
    const problem = own.change(read.points, says);
    if (problem) return problem;
    const named = read.labels.map((label, at) => `“${label}” is ${lookOf(at).name}`);
    setNotes([says, `${named.join(", ")}.`, ...read.says]);
    return null;
  }
  function readText(text: string): string | null | readonly Meaning[] {
    setNotes([]);
    const readings = pointsFromCsv(text);
    if ("problem" in readings) return readings.problem;
    const [first] = readings;
    if (first && readings.length === 1) return take(first);
    return readings.map((read) => ({ says: read.how, take: () => take(read) }));
  }
  function save() {
    const names = classLooks.map(({ name }) => name);
    download("points.csv", pointsCsv(points, names), "text/csv");
  }
  return (
    <Disclosure summary="From a CSV, or to one">
      <Stack>
        <TextDrop
          label="Points as CSV"
          hint={hint}
          placeholder={"x,y,label\n0.5,-1.2,cat\n-0.3,0.8,dog"}
          onText={readText}
        />
        {notes.length > 0 && (
          <ul aria-label="What was read">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <Row>
          <Button inactive={points.length === 0} onClick={save}>
            Download the points
          </Button>
        </Row>
      </Stack>
    </Disclosure>
  );
}
