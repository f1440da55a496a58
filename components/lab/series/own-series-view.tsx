"use client";
import { useId, useState } from "react";
import { exampleSeries } from "@/labs/forecast/example-series";
import { levelText } from "@/labs/forecast/forecast-in-words";
import { type NumberColumn, numberColumns, withSeries } from "@/labs/forecast/own-series";
import { TextDrop } from "../controls/text-drop";
import { lockOf } from "../training/lab-state";
import type { ViewProps } from "../training/use-lab";
import styles from "./series.module.css";

/**
 * What was read last: its columns of numbers, the one in use, and what was done to it.
 */
type Read = { columns: readonly NumberColumn[]; column: number; says: string };

const hint =
  "One value on each line, the oldest first, or a table with a column of numbers; a line of names above is fine. The latest 600 values are used, and they become part of the link.";

const rangeText = (values: readonly number[]) =>
  `${values.length} values from ${levelText(Math.min(...values))} to ${levelText(Math.max(...values))}`;

/** A series of the reader's own, pasted or out of a file, as the run's data. */
export function OwnSeriesView({ state, controls }: ViewProps) {
  const id = useId();
  const { run, lab } = state;
  const [opened] = useState(run.data === "values");
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState("");
  const inUse = run.data === "values";

  /** Trains on a column from now on, or says why not. */
  function take(columns: readonly NumberColumn[], column: number): string | null {
    const ofData = inUse ? null : lockOf(state.assigned, "data");
    const lock = ofData ?? lockOf(state.assigned, "values");
    if (lock !== null) return `${lock}: the run keeps its series.`;
    const { name = "", values = [] } = columns[column] ?? {};
    const taken = withSeries(run, lab.start, values);
    if ("problem" in taken) return taken.problem;
    const of =
      columns.length > 1 ? ` The column is “${name}”, one of ${columns.length}.` : "";
    setProblem("");
    setRead({ columns, column, says: `${taken.says}${of}` });
    controls.set(taken.run);
    return null;
  }
  function takeText(text: string): string | null {
    const columns = numberColumns(text);
    if ("problem" in columns) return columns.problem;
    const fit = columns.findLastIndex(
      ({ values }) => !("problem" in withSeries(run, lab.start, values)),
    );
    return take(columns, fit < 0 ? columns.length - 1 : fit);
  }
  const choose = (column: number) => setProblem(take(read?.columns ?? [], column) ?? "");

  return (
    <details className={styles.details} open={opened}>
      <summary>Your own series</summary>
      <div className={styles.own}>
        <TextDrop
          label="Your series"
          hint={hint}
          placeholder={"month,price\n2024-01,12.5\n2024-02,13.1"}
          onText={takeText}
        />
        {read && read.columns.length > 1 && (
          <p className={styles.row}>
            <label htmlFor={id}>Column</label>
            <select
              id={id}
              value={read.column}
              onChange={({ target }) => choose(Number(target.value))}
            >
              {read.columns.map(({ name }, column) => (
                <option key={`${column} ${name}`} value={column}>
                  {name}
                </option>
              ))}
            </select>
          </p>
        )}
        <p role="status">{problem || (inUse && read?.says)}</p>
        {inUse && <p className={styles.note}>In use: {rangeText(run.values)}.</p>}
        <p className={styles.row}>
          <span>No series at hand? Try</span>
          {Object.values(exampleSeries).map(({ label, values }) => (
            <button
              key={label}
              type="button"
              onClick={() =>
                setProblem(take([{ name: label, values: values() }], 0) ?? "")
              }
            >
              {label}
            </button>
          ))}
        </p>
      </div>
    </details>
  );
}
