"use client";
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import { arrowKeys } from "@/components/kit/arrow-keys";
import { digitSide } from "@/labs/data/digits";
import {
  cellDots,
  cellsOf,
  type Drawing,
  drawingSide,
  type Spot,
} from "@/labs/picture/drawing";
import styles from "./drawing-board.module.css";
import type { DeskEvent } from "./drawing-desk";
import { PixelImage } from "./pixel-image";

type Props = { drawing: Drawing; erasing: boolean; onEvent(event: DeskEvent): void };

/** Half the width of the pen: strokes come out about as thick as in the dataset. */
const radius = { pointer: 2.2, keyboard: 2.6 };

const clamped = (index: number) => Math.min(Math.max(index, 0), digitSide - 1);

const middleOf = ({ row, column }: BoardCell): Spot => ({
  x: (column + 0.5) * cellDots,
  y: (row + 0.5) * cellDots,
});

/** A board to draw a digit on: with a pointer, or cell by cell with the keyboard. */
export function DrawingBoard({ drawing, erasing, onEvent }: Props) {
  const [place, setPlace] = useState<BoardCell>({ row: 0, column: 3 });
  const latest = useRef<Spot | null>(null);
  const cells = cellsOf(drawing);

  function spotOf(event: { clientX: number; clientY: number }, board: HTMLElement): Spot {
    const { left, top, width, height } = board.getBoundingClientRect();
    return {
      x: ((event.clientX - left) / width) * drawingSide,
      y: ((event.clientY - top) / height) * drawingSide,
    };
  }

  function strokeTo(event: PointerEvent<HTMLElement>) {
    const native = event.nativeEvent;
    // A pen's other end erases.
    const ink = !erasing && (event.buttons & 32) === 0;
    const steps = native.getCoalescedEvents?.() ?? [];
    for (const step of steps.length > 0 ? steps : [native]) {
      const to = spotOf(step, event.currentTarget);
      const from = latest.current;
      const pen = { ink, radius: radius.pointer };
      onEvent({ kind: "stroke", pen, from: from ?? to, to, goesOn: from !== null });
      latest.current = to;
    }
  }

  function press(event: KeyboardEvent) {
    const arrow = arrowKeys[event.key];
    const paints = event.key === " " || event.key === "Enter";
    const erases = event.key === "Delete" || event.key === "Backspace";
    if (!arrow && !paints && !erases) return;
    event.preventDefault();
    const [right, down] = arrow ?? [0, 0];
    const next = {
      row: clamped(place.row + down),
      column: clamped(place.column + right),
    };
    if (!arrow || event.shiftKey) {
      const pen = { ink: !erasing && !erases, radius: radius.keyboard };
      const [from, to] = [middleOf(place), middleOf(next)];
      onEvent({ kind: "stroke", pen, from, to, goesOn: false });
    }
    setPlace(next);
  }

  return (
    <div
      className={styles.board}
      data-erasing={erasing}
      onPointerDown={(event) => {
        if (event.button > 0 && event.button !== 5) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        latest.current = null;
        strokeTo(event);
      }}
      onPointerMove={(event) => {
        if (latest.current) strokeTo(event);
      }}
      onPointerUp={() => {
        latest.current = null;
      }}
      onPointerCancel={() => {
        latest.current = null;
      }}
    >
      <PixelImage values={drawing} columns={drawingSide} label={null} />
      <BoardCells cells={cells} place={place} onPlace={setPlace} onKey={press} />
    </div>
  );
}

/** A cell of the board, from 0. */
type BoardCell = { row: number; column: number };

type BoardCellsProps = {
  /** The ink in each cell: 0 to 1. */
  cells: Float32Array;
  /** The cell that has the keyboard. */
  place: BoardCell;
  onPlace(place: BoardCell): void;
  onKey(event: KeyboardEvent): void;
};

const lines = Array.from({ length: digitSide }, (_, index) => index);

function inkInWords(ink: number): string {
  return ink === 0 ? "blank" : ink < 0.4 ? "light" : ink < 0.8 ? "grey" : "dark";
}

/** The 8 × 8 cells over a drawing, each reached with the arrow keys. */
function BoardCells({ cells, place, onPlace, onKey }: BoardCellsProps) {
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
      data-theme="light"
      role="grid"
      aria-label="Drawing, 8 rows of 8 cells"
      aria-description="Arrow keys move, Space paints, Delete erases, Shift with an arrow key draws a line."
      className={styles.cells}
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
