"use client";
import { useState } from "react";
import { datasets } from "@/labs/dataset";
import { most } from "@/labs/run";
import lab from "../lab.module.css";
import type { ViewProps } from "../training/use-lab";
import styles from "./own-data.module.css";
import { PointPlane } from "./point-plane";
import { PointTable } from "./point-table";
import { PointsCsv } from "./points-csv";
import { type Tool, ToolChoice } from "./tool-choice";
import { fewestPoints, useOwnPoints } from "./use-own-points";

/** Points of the reader's own: drawn on the plane, typed, or read from a CSV. */
export function OwnDataView({ state, controls }: ViewProps) {
  const { run } = state;
  const own = useOwnPoints(state, controls);
  const { points } = own;
  const [tool, setTool] = useState<Tool>(0);
  const [opened, setOpened] = useState<boolean | null>(null);
  const [asked, setAsked] = useState(2);
  const drawn = points.reduce((count, { target }) => Math.max(count, target + 1), 2);
  const classes = Math.min(Math.max(drawn, asked), most.classes);
  const counts = Array.from({ length: classes }, () => 0);
  for (const { target } of points) counts[target] = (counts[target] ?? 0) + 1;

  const copy = () => controls.set({ ...run, data: "own", own: [] });
  const use = () => own.change(points, "The run trains on your points.");
  return (
    <details
      className={lab.more}
      open={opened ?? run.data === "own"}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>Your own data: draw points, or read a CSV</summary>
      <div className={styles.own} role="group" aria-label="Your own data">
        <p>{standing(points.length, counts, run.data)}</p>
        <div className={styles.draw}>
          <PointPlane own={own} tool={tool} classes={classes} onTool={setTool} />
          <div className={styles.side}>
            <ToolChoice
              {...{ tool, counts }}
              onTool={setTool}
              onAddClass={() => {
                setAsked(classes + 1);
                setTool(classes);
              }}
            />
            <p className={lab.small}>
              Drag a point to move it; click it to give it the chosen class. By keyboard:
              arrows move a cross, Enter adds, Delete removes, digits choose the class.
            </p>
            <div className={lab.row}>
              <button type="button" aria-disabled={!own.canUndo} onClick={own.undo}>
                Undo
              </button>
              <button
                type="button"
                aria-disabled={points.length === 0}
                onClick={() =>
                  points.length > 0 && own.change([], "All points are gone.")
                }
              >
                Clear
              </button>
              {run.data !== "own" && datasets[run.data].on === "plane" && (
                <button type="button" onClick={copy}>
                  Copy the run’s points
                </button>
              )}
              {run.data !== "own" && points.length >= fewestPoints && (
                <button type="button" onClick={use}>
                  Train on these
                </button>
              )}
            </div>
            <p role="status" className={styles.said}>
              {own.said}
            </p>
          </div>
        </div>
        <PointTable own={own} classes={classes} />
        <PointsCsv own={own} />
      </div>
    </details>
  );
}

/** Where the drawing stands, and whether the run trains on it, in a sentence. */
function standing(count: number, counts: readonly number[], data: keyof typeof datasets) {
  const label = datasets[data].label;
  if (count < fewestPoints && data === "own") {
    return `Draw ${fewestPoints} points at least: until then the run keeps the ones it had.`;
  }
  if (data !== "own") {
    return `The run trains on “${label}”. Draw ${fewestPoints} points and it trains on yours.`;
  }
  const used = counts.filter((one) => one > 0).length;
  const alone =
    used === 1
      ? " All are of one class: add another, or there is nothing to tell apart."
      : "";
  return `The run trains on these ${count} points; they stand in its link.${alone}`;
}
