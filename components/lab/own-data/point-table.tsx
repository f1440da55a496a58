"use client";
import { useState } from "react";
import { Pager } from "@/components/kit/pager";
import lab from "../lab.module.css";
import styles from "./own-data.module.css";
import { PointRow } from "./point-row";
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
