import { useMemo, useRef, useState } from "react";
import { arrowKeys } from "@/components/kit/arrow-keys";
import { Button } from "@/components/kit/button";
import { ColumnHeads } from "@/components/kit/scroll-table";
import { cellAt, type Grid, type GridCell, placeName } from "@/labs/hand/grid";
import {
  exactText,
  type Step,
  sameCell,
  shortText,
  usersOf,
  workingOf,
} from "@/labs/hand/step";
import styles from "./equations.module.css";

type Props = {
  step: Step;
  /** Whether the numbers that the step makes are shown. */
  open: boolean;
  blank: GridCell | null;
  chosen: GridCell | null;
  onChoose(cell: GridCell): void;
};

/** Equations of matrices, with the numbers marked that make the chosen one. */
export function Equations({ step, open, blank, chosen, onChoose }: Props) {
  const marked = useMemo(() => {
    if (!chosen) return [];
    return workingOf(step, chosen, String)?.uses ?? (open ? usersOf(step, chosen) : []);
  }, [step, chosen, open]);
  const made = new Set(step.made.map(({ grid }) => grid.id));
  const markOf = (cell: GridCell) => {
    if (chosen && sameCell(chosen, cell)) return "chosen";
    return marked.some((one) => sameCell(one, cell)) ? "used" : null;
  };
  const key = (line: readonly (string | Grid)[]) =>
    line.map((part) => (typeof part === "string" ? part : part.id)).join(" ");
  return (
    <div className={styles.equations}>
      {step.lines.map((line) => (
        <div key={key(line)} className={styles.line}>
          {termsOf(line).map(({ before, grid }) => (
            <div key={`${before} ${grid.id}`} className={styles.term}>
              {before && <span className={styles.operator}>{before}</span>}
              <Matrix
                grid={grid}
                hidden={!open && made.has(grid.id)}
                blank={open ? null : blank}
                markOf={markOf}
                onChoose={onChoose}
              />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Each grid of a line with what stands before it: the two stay together. */
function termsOf(line: readonly (string | Grid)[]) {
  const terms: { before: string; grid: Grid }[] = [];
  let before = "";
  for (const part of line) {
    if (typeof part === "string") before = before ? `${before} ${part}` : part;
    else {
      terms.push({ before, grid: part });
      before = "";
    }
  }
  return terms;
}

type MatrixProps = {
  grid: Grid;
  /** Whether its numbers are still to be worked out. */
  hidden: boolean;
  /** The number that is asked for, of this or another grid. */
  blank: GridCell | null;
  markOf(cell: GridCell): "chosen" | "used" | null;
  onChoose(cell: GridCell): void;
};

/** A matrix in brackets. One tab stop; arrow keys move inside. */
function Matrix({ grid, hidden, blank, markOf, onChoose }: MatrixProps) {
  const { id, symbol, name, rows, columns } = grid;
  const [stop, setStop] = useState({ row: 0, column: 0 });
  const body = useRef<HTMLTableSectionElement>(null);
  const stopRow = Math.min(stop.row, rows.length - 1);
  const stopColumn = Math.min(stop.column, columns.length - 1);

  function move(event: React.KeyboardEvent, row: number, column: number) {
    const arrow = arrowKeys[event.key];
    if (!arrow) return;
    event.preventDefault();
    const [right, down] = arrow;
    const next = body.current?.rows[row + down]?.cells[column + right + 1];
    next?.querySelector("button")?.focus();
  }

  const numberAt = (row: number, column: number) => {
    const value = cellAt(grid, row, column);
    const cell = { grid: id, row, column };
    const place = placeName(grid, row, column);
    return (
      <Button
        data-cell
        data-mark={markOf(cell) ?? undefined}
        tabIndex={row === stopRow && column === stopColumn ? 0 : -1}
        title={exactText(value)}
        aria-label={`${shortText(value)}: ${symbol}${place ? ` of ${place}` : ""}`}
        onKeyDown={(event) => move(event, row, column)}
        onFocus={() => {
          setStop({ row, column });
          onChoose(cell);
        }}
        onClick={() => onChoose(cell)}
        onPointerEnter={(event) => event.pointerType === "mouse" && onChoose(cell)}
      >
        {shortText(value)}
      </Button>
    );
  };

  const waiting = (row: number, column: number) => {
    const asked = blank?.grid === id && blank.row === row && blank.column === column;
    return asked ? (
      <b className={styles.asked}>
        ?<span className="visually-hidden"> the number to work out</span>
      </b>
    ) : (
      <span className={styles.hidden}>
        ·<span className="visually-hidden"> not shown yet</span>
      </span>
    );
  };

  return (
    <div className={styles.scroll}>
      <table className={styles.matrix} data-grid={id}>
        <caption>
          <b>{symbol}</b> <span>{name}</span>
        </caption>
        <ColumnHeads names={[null, ...columns]} />
        <tbody ref={body}>
          {rows.map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((name, column) => (
                <td key={name}>{(hidden ? waiting : numberAt)(row, column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
