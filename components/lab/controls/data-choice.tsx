"use client";
// The dataset, chosen by a picture of its points.
import { useId, useMemo } from "react";
import { Tick } from "@/components/kit/tick";
import { classOf, lookOf } from "@/components/lab/plane/class-look";
import { mapSize, onMap } from "@/components/lab/plane/plane-place";
import type { Point } from "@/labs/data/dataset";
import {
  type DatasetName,
  datasets,
  type ExampleRun,
  kindOf,
} from "@/labs/data/datasets";
import { drawPoints } from "@/labs/data/sample";
import styles from "./data-choice.module.css";

type Props = {
  label: string;
  /** The run whose data are chosen. */
  run: ExampleRun;
  /** The data to choose from: all on the plane. */
  names: readonly DatasetName[];
  onChoose(name: DatasetName): void;
};

/** Radio buttons that show the points of each dataset. */
export function DataChoice({ label, run, names, onChoose }: Props) {
  const group = useId();
  return (
    <fieldset>
      <legend className="visually-hidden">{label}</legend>
      <div className={styles.thumbs}>
        {names.map((name) => (
          <Tick
            key={name}
            type="radio"
            name={group}
            labelClass={styles.thumb}
            checked={name === run.data}
            onChange={() => onChoose(name)}
          >
            <Thumb name={name} own={run.own} />
            <span className="visually-hidden">{datasets[name].label}</span>
          </Tick>
        ))}
        <p aria-hidden="true">{datasets[run.data].label}</p>
      </div>
    </fieldset>
  );
}

/** So many points that a pattern is seen, and few enough for a small picture. */
const pictured = 80;

/** The places of points in so few letters that a page can hold many pictures. */
const dots = (points: readonly Point[]) =>
  points
    .map(({ x, y }) => `M${Math.round(onMap(x))} ${Math.round(onMap(-y))}h0`)
    .join("");

function Thumb({ name, own }: { name: DatasetName } & Pick<ExampleRun, "own">) {
  const classes = useMemo(() => {
    const plain = {
      noise: 0,
      split: 0.5,
      validation: 0,
      samples: pictured,
      values: [],
      outliers: [],
    };
    const text = { text: "", context: 1 };
    const run = {
      ...plain,
      ...text,
      inputs: ["x"],
      scaling: "none",
      moved: "none",
      window: 1,
      seed: 7,
      own,
      data: name,
    } as const;
    const { train, held } = drawPoints(run);
    const of = ({ target }: Point) => classOf(target, kindOf(run) === "several");
    const points = [...train, ...held];
    return [...new Set(points.map(of))].map((one) => ({
      of: one,
      d: dots(points.filter((point) => of(point) === one)),
    }));
  }, [name, own]);
  return (
    <span className={styles.picture} data-theme="light">
      <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
        {classes.length === 0 && <path d="M150 90v120M90 150h120" />}
        {classes.map(({ of, d }) => (
          <path key={of} d={d} stroke={lookOf(of).mark} />
        ))}
      </svg>
    </span>
  );
}
