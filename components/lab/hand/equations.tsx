import { useMemo } from "react";
import type { Cell, Grid } from "@/labs/hand/grid";
import { type Step, sameCell, usersOf, workingOf } from "@/labs/hand/step";
import styles from "./hand.module.css";
import { Matrix } from "./matrix";

type Props = {
  step: Step;
  /** Whether the numbers that the step makes are shown. */
  open: boolean;
  blank: Cell | null;
  chosen: Cell | null;
  onChoose(cell: Cell): void;
};

/** Equations of matrices, with the numbers marked that make the chosen one. */
export function Equations({ step, open, blank, chosen, onChoose }: Props) {
  const marked = useMemo(() => {
    if (!chosen) return [];
    return workingOf(step, chosen, String)?.uses ?? (open ? usersOf(step, chosen) : []);
  }, [step, chosen, open]);
  const made = new Set(step.made.map(({ grid }) => grid.id));
  const markOf = (cell: Cell) => {
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
