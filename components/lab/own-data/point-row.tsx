"use client";
import { useState } from "react";
import { type Point, planeRadius } from "@/labs/dataset";
import { twoDecimals } from "@/labs/own/own-points";
import { typedNumber } from "@/labs/typed-number";
import { lookOf } from "../class-look";
import styles from "./own-data.module.css";

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
export function PointRow({ number, point, classes, onChange, onRemove }: Props) {
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
