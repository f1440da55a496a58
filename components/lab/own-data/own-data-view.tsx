"use client";
import { useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { counted } from "@/labs/arithmetic/number-text";
import { most } from "@/labs/data/dataset";
import { datasets } from "@/labs/data/datasets";
import { withoutCopies } from "@/labs/data/own-points";
import { ClassSign, lookOf } from "../plane/class-look";
import { MapPanes } from "../plane/map-frame";
import type { ViewProps } from "../training/use-lab";
import styles from "./own-data-view.module.css";
import { PointPlane } from "./point-plane";
import { PointTable } from "./point-table";
import { PointsCsv } from "./points-csv";
import { fewestPoints, type Tool, useOwnPoints } from "./use-own-points";

/** Points of the reader's own: drawn on the plane, typed, or read from a CSV. */
export function OwnDataView({ state, controls }: ViewProps) {
  const { run } = state;
  const own = useOwnPoints(state, controls);
  const { points } = own;
  const [tool, setTool] = useState<Tool>(0);
  const [asked, setAsked] = useState(2);
  const drawn = points.reduce((count, { target }) => Math.max(count, target + 1), 2);
  const classes = Math.min(Math.max(drawn, asked), most.classes);
  const counts = Array.from({ length: classes }, () => 0);
  const distinct = withoutCopies(points);
  const repeated = points.length - distinct.length;
  for (const { target } of points) counts[target] = (counts[target] ?? 0) + 1;

  const copy = () => controls.set({ ...run, data: "own", own: [] });
  const use = () => own.change(points, "The run trains on your points.");
  function addClass() {
    setAsked(classes + 1);
    setTool(classes);
  }
  return (
    <Stack role="group" aria-label="Your own data">
      <p>{standing(points.length, counts, run.data)}</p>
      <MapPanes>
        <PointPlane own={own} tool={tool} classes={classes} onTool={setTool} />
        <Stack className={styles.tools}>
          <ToolChoice {...{ tool, counts }} onTool={setTool} onAddClass={addClass} />
          <Small>
            Drag a point to move it; click it to give it the chosen class. By keyboard:
            arrows move a cross, Enter adds, Delete removes, digits choose the class.
          </Small>
          <Row>
            <Button inactive={!own.canUndo} onClick={own.undo}>
              Undo
            </Button>
            <Button
              inactive={points.length === 0}
              onClick={() => own.change([], "All points are gone.")}
            >
              Clear
            </Button>
            {repeated > 0 && (
              <Button
                onClick={() =>
                  own.change(distinct, `${counted(repeated, "copy", "copies")} removed.`)
                }
              >
                Remove {counted(repeated, "copy", "copies")}
              </Button>
            )}
            {run.data !== "own" && datasets[run.data].on === "plane" && (
              <Button onClick={copy}>Copy the run’s points</Button>
            )}
            {run.data !== "own" && points.length >= fewestPoints && (
              <Button onClick={use}>Train on these</Button>
            )}
          </Row>
          <Status className={styles.said}>{own.said}</Status>
        </Stack>
      </MapPanes>
      <PointTable own={own} classes={classes} />
      <PointsCsv own={own} />
    </Stack>
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

type ToolProps = {
  tool: Tool;
  /** How many points each class on offer has. */
  counts: readonly number[];
  onTool(tool: Tool): void;
  onAddClass(): void;
};

/** The class of new points, or the eraser. */
function ToolChoice({ tool, counts, onTool, onAddClass }: ToolProps) {
  const name = useId();
  const radio = (of: Tool) => ({
    type: "radio",
    name,
    checked: tool === of,
    onChange: () => onTool(of),
  });
  return (
    <fieldset className={styles.choice}>
      <legend>A click adds</legend>
      {counts.map((count, index) => (
        <Tick key={lookOf(index).name} {...radio(index)}>
          <span>
            <ClassSign of={index} /> {lookOf(index).name} <Small as="span">{count}</Small>
          </span>
        </Tick>
      ))}
      <Tick {...radio("erase")}>erase</Tick>
      <Button inactive={counts.length >= most.classes} onClick={onAddClass}>
        Add a class
      </Button>
    </fieldset>
  );
}
