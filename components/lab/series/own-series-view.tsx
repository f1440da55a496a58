"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { IndexChoice } from "@/components/kit/choice";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { levelText } from "@/labs/forecast/forecast-in-words";
import {
  exampleSeries,
  type NumberColumn,
  numberColumns,
  withSeries,
} from "@/labs/forecast/own-series";
import { type Meaning, TextDrop } from "../controls/text-drop";
import { lockOf } from "../training/lab-state";
import type { ViewProps } from "../training/use-lab";

/** The table read last: its columns of numbers, the one in use, and a word on what was done. */
type ReadTable = { columns: readonly NumberColumn[]; column: number; says: string };

const hint =
  "One value on each line, the oldest first, or a table with a column of numbers; a line of names above is fine. The latest 600 values are used, and they become part of the link.";

const rangeText = (values: readonly number[]) =>
  `${values.length} values from ${levelText(Math.min(...values))} to ${levelText(Math.max(...values))}`;

/** A series of the reader's own, pasted or out of a file, as the run's data. */
export function OwnSeriesView({ state, controls }: ViewProps) {
  const { run, lab } = state;
  const [read, setRead] = useState<ReadTable | null>(null);
  const [problem, setProblem] = useState("");
  const inUse = run.data === "values";

  /** Trains on a column from now on, or says why not. */
  function trainOn(columns: readonly NumberColumn[], column: number): string | null {
    const ofData = inUse ? null : lockOf(state.assigned, "data");
    const lock = ofData ?? lockOf(state.assigned, "values");
    if (lock !== null) return `${lock}: the run keeps its series.`;
    const { name = "", values = [] } = columns[column] ?? {};
    const changed = withSeries(run, lab.start, values);
    if ("problem" in changed) return changed.problem;
    const of =
      columns.length > 1 ? ` The column is “${name}”, one of ${columns.length}.` : "";
    setProblem("");
    setRead({ columns, column, says: `${changed.says}${of}` });
    controls.set(changed.run);
    return null;
  }
  const problemOf = ({ values }: NumberColumn) => {
    const changed = withSeries(run, lab.start, values);
    return "problem" in changed ? changed.problem : null;
  };
  function readText(text: string): string | null | readonly Meaning[] {
    const readings = numberColumns(text);
    if ("problem" in readings) return readings.problem;
    const all = readings.map(({ columns, how }) => {
      const fit = columns.findLastIndex((column) => problemOf(column) === null);
      const column = fit < 0 ? columns.length - 1 : fit;
      const { values = [] } = columns[column] ?? {};
      const ends = [values[0], values.at(-1)].map((value) => levelText(value ?? 0));
      const says = `${how}: ${values.length} values, first ${ends[0]}, last ${ends[1]}`;
      return { fits: fit >= 0, says, take: () => trainOn(columns, column), values };
    });
    const fitting = all.some(({ fits }) => fits) ? all.filter(({ fits }) => fits) : all;
    const different = fitting.filter(
      ({ values }, at) =>
        at === fitting.findIndex((other) => `${other.values}` === `${values}`),
    );
    return different.length > 1 ? different : (different[0]?.take() ?? null);
  }
  const choose = (column: number) =>
    setProblem(trainOn(read?.columns ?? [], column) ?? "");

  return (
    <Stack>
      <TextDrop
        label="Your series"
        hint={hint}
        placeholder={"month,price\n2024-01,12.5\n2024-02,13.1"}
        onText={readText}
      />
      {read && read.columns.length > 1 && (
        <IndexChoice
          label="Column"
          inline
          options={read.columns.map(({ name }) => name)}
          value={read.column}
          onChoose={choose}
        />
      )}
      <Status>{problem || (inUse && read?.says)}</Status>
      {inUse && <Small>In use: {rangeText(run.values)}.</Small>}
      <Row>
        <span>No series at hand? Try</span>
        {Object.values(exampleSeries).map(({ label, values }) => (
          <Button
            key={label}
            onClick={() =>
              setProblem(trainOn([{ name: label, values: values() }], 0) ?? "")
            }
          >
            {label}
          </Button>
        ))}
      </Row>
    </Stack>
  );
}
