"use client";
import { useState } from "react";
import { Pager } from "@/components/kit/pager";
import lab from "@/components/lab/lab.module.css";
import { lookOf } from "@/components/lab/plane/class-look";
import { type Point, planeRadius } from "@/labs/dataset";
import { twoDecimals } from "@/labs/own/own-points";
import { typedNumber } from "@/labs/typed-number";
import styles from "./own-data.module.css";
import type { OwnPoints } from "./use-own-points";

/** The most rows drawn at once. */
const page = 20;

/** The points as rows to edit, twenty at a time. */
export function PointTable({ own, classes }: { own: OwnPoints; classes: number }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(0);
  const { points } = own;
  const from = Math.min(
    wanted,
    Math.max(0, page * (Math.ceil(points.length / page) - 1)),
  );
  return (
    <details
      className={lab.more}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>The points as a table</summary>
      {open && points.length === 0 && <p>There is no point yet.</p>}
      {open && points.length > 0 && (
        <div className={styles.parts}>
          <Pager
            things="Points"
            {...{ page, from }}
            count={points.length}
            onFrom={setWanted}
          />
          <table className={styles.points}>
            <thead>
              <tr>
                <th scope="col">#</th>
                <th scope="col">x</th>
                <th scope="col">y</th>
                <th scope="col">Class</th>
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {points.slice(from, from + page).map((point, at) => (
                <PointRow
                  key={from + at}
                  number={from + at + 1}
                  point={point}
                  classes={classes}
                  onChange={(change) => own.replace(from + at, change)}
                  onRemove={() => own.remove(from + at)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

type Props = {
  /** Counted from 1. */
  number: number;
  point: Point;
  classes: number;
  onChange(change: Partial<Point>): void;
  onRemove(): void;
};

/** The place on an axis that a text stands for, or null. */
function placeIn(text: string): number | null {
  const value = typedNumber(text);
  return value !== null && Math.abs(value) <= planeRadius ? twoDecimals(value) : null;
}

/** One point: its place and class to type, and a way to remove it. */
function PointRow({ number, point, classes, onChange, onRemove }: Props) {
  const [draft, setDraft] = useState<{ axis: "x" | "y"; text: string } | null>(null);
  const cell = (axis: "x" | "y") => {
    const text = draft?.axis === axis ? draft.text : String(point[axis]);
    const wrong = draft?.axis === axis && placeIn(text) === null;
    return (
      <td>
        <input
          aria-label={`${axis} of point ${number}`}
          autoComplete="off"
          value={text}
          aria-invalid={wrong}
          onChange={(event) => {
            const typed = event.target.value;
            const place = placeIn(typed);
            setDraft({ axis, text: typed });
            if (place !== null) onChange({ [axis]: place });
          }}
          onBlur={() => setDraft(null)}
        />
        {wrong && (
          <p className={styles.wrong}>
            From −{planeRadius} to {planeRadius}.
          </p>
        )}
      </td>
    );
  };
  return (
    <tr>
      <th scope="row">{number}</th>
      {cell("x")}
      {cell("y")}
      <td>
        <select
          aria-label={`Class of point ${number}`}
          value={point.target}
          onChange={({ target }) => onChange({ target: Number(target.value) })}
        >
          {Array.from({ length: classes }, (_, one) => (
            <option key={lookOf(one).name} value={one}>
              {lookOf(one).name}
            </option>
          ))}
        </select>
      </td>
      <td>
        <button type="button" aria-label={`Remove point ${number}`} onClick={onRemove}>
          ×
        </button>
      </td>
    </tr>
  );
}
