"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { Stack } from "@/components/kit/layout";
import { Pager } from "@/components/kit/pager";
import { PlainTable } from "@/components/kit/scroll-table";
import { Problem } from "@/components/kit/status";
import { typedNumber } from "@/labs/arithmetic/number-text";
import { type Point, planeRadius } from "@/labs/data/dataset";
import { twoDecimals } from "@/labs/data/own-points";
import { useDraft } from "../controls/draft";
import { lookOf } from "../plane/class-look";
import styles from "./point-table.module.css";
import type { OwnPoints } from "./use-own-points";

/** The most rows drawn at once. */
const page = 20;

/** The points as rows to edit, twenty at a time. */
export function PointTable({ own, classes }: { own: OwnPoints; classes: number }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(0);
  const { points } = own;
  const count = points.length;
  const from = Math.min(wanted, Math.max(0, page * (Math.ceil(count / page) - 1)));
  return (
    <Disclosure
      summary="The points as a table"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      {open && count === 0 && <p>There is no point yet.</p>}
      {open && count > 0 && (
        <Stack>
          <Pager things="Points" {...{ page, from, count }} onFrom={setWanted} />
          <PlainTable cells="words" className={styles.points}>
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
          </PlainTable>
        </Stack>
      )}
    </Disclosure>
  );
}

type RowProps = {
  /** Counted from 1. */
  number: number;
  point: Point;
  classes: number;
  onChange(change: Partial<Point>): void;
  onRemove(): void;
};

/** One point: its place and class to type, and a way to remove it. */
function PointRow({ number, point, classes, onChange, onRemove }: RowProps) {
  return (
    <tr>
      <th scope="row">{number}</th>
      <PlaceCell
        label={`x of point ${number}`}
        value={point.x}
        onPlace={(x) => onChange({ x })}
      />
      <PlaceCell
        label={`y of point ${number}`}
        value={point.y}
        onPlace={(y) => onChange({ y })}
      />
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
        <Button aria-label={`Remove point ${number}`} onClick={onRemove}>
          ×
        </Button>
      </td>
    </tr>
  );
}

/** The place on an axis that a text stands for, or null. */
function placeIn(text: string): number | null {
  const value = typedNumber(text);
  return value !== null && Math.abs(value) <= planeRadius ? twoDecimals(value) : null;
}

type PlaceProps = { label: string; value: number; onPlace(place: number): void };

/** One coordinate of a point, to type. */
function PlaceCell({ label, value, onPlace }: PlaceProps) {
  const { wrong, input } = useDraft({
    text: String(value),
    read: placeIn,
    onTake: onPlace,
  });
  return (
    <td>
      <input aria-label={label} autoComplete="off" aria-invalid={wrong} {...input} />
      {wrong && (
        <Problem>
          From −{planeRadius} to {planeRadius}.
        </Problem>
      )}
    </td>
  );
}
