"use client";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { digitSide } from "@/labs/datasets/digits";
import styles from "./picture.module.css";

/** A cell of the board, from 0. */
export type Place = { row: number; column: number };

type Props = {
  /** The ink in each cell: 0 to 1. */
  cells: Float32Array;
  /** Where the keyboard is. */
  place: Place;
  onPlace(place: Place): void;
  onKey(event: KeyboardEvent): void;
};

const lines = Array.from({ length: digitSide }, (_, index) => index);

function inkInWords(ink: number): string {
  return ink === 0 ? "blank" : ink < 0.4 ? "light" : ink < 0.8 ? "grey" : "dark";
}

/** The 8 × 8 cells over a drawing, each reached with the arrow keys. */
export function BoardCells({ cells, place, onPlace, onKey }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const { row, column } = place;
  useEffect(() => {
    // Focus follows the place, but is not taken from elsewhere.
    if (!grid.current?.contains(document.activeElement)) return;
    grid.current
      .querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)
      ?.focus({ preventScroll: true });
  }, [row, column]);
  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Drawing, 8 rows of 8 cells"
      aria-description="Arrow keys move, Space paints, Delete erases, Shift with an arrow key draws a line."
      className={styles.boardCells}
      onKeyDown={onKey}
    >
      {lines.map((row) => (
        // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
        <div role="row" key={row}>
          {lines.map((column) => (
            <div
              role="gridcell"
              key={column}
              data-cell={`${row} ${column}`}
              tabIndex={row === place.row && column === place.column ? 0 : -1}
              aria-label={`Row ${row + 1}, column ${column + 1}: ${inkInWords(cells[row * digitSide + column] ?? 0)}`}
              onFocus={() => onPlace({ row, column })}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
