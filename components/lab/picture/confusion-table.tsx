"use client";
import { type CSSProperties, type KeyboardEvent, useRef } from "react";
import { arrowKeys } from "@/components/kit/arrow-keys";
import { type Confusion, tallyOf } from "@/labs/confusion";
import styles from "./picture.module.css";

/** One cell of the matrix, by the numbers of its classes. */
export type Cell = { truth: number; named: number };

type Props = {
  names: readonly string[];
  confusion: Confusion;
  chosen: Cell;
  onChoose(cell: Cell): void;
};

/** Few are to be seen too; and the number must stay legible on the darkest. */
const shade = (share: number) =>
  ({ "--share": `${Math.round(45 * share ** 0.5)}%` }) as CSSProperties;

/** The counts as a table. The arrow keys move along it; the cell they reach is chosen. */
export function ConfusionTable({ names, confusion, chosen, onChoose }: Props) {
  const cells = useRef(new Map<number, HTMLButtonElement>());
  const { size, counts } = confusion;
  const choose = (cell: Cell) => {
    onChoose(cell);
    cells.current.get(cell.truth * size + cell.named)?.focus();
  };
  function move(event: KeyboardEvent, { truth, named }: Cell) {
    const arrow = arrowKeys[event.key];
    if (!arrow) return;
    event.preventDefault();
    const [right, down] = arrow;
    const held = (index: number) => Math.min(Math.max(index, 0), size - 1);
    choose({ truth: held(truth + down), named: held(named + right) });
  }
  return (
    <table className={styles.matrix}>
      <caption>
        Rows: what it is. Columns: what it was named. The diagonal, framed, is right;
        choose a cell to see its examples.
      </caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name, truth) => {
          const { all } = tallyOf(confusion, truth);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              {names.map((other, named) => {
                const at = truth * size + named;
                const count = counts[at] ?? 0;
                const here = chosen.truth === truth && chosen.named === named;
                return (
                  <td key={other}>
                    <button
                      type="button"
                      ref={(cell) => {
                        if (cell) cells.current.set(at, cell);
                      }}
                      tabIndex={here ? 0 : -1}
                      aria-pressed={here}
                      aria-label={`${name} named ${other}: ${count}`}
                      data-right={truth === named}
                      data-none={count === 0}
                      style={shade(all > 0 ? count / all : 0)}
                      onClick={() => choose({ truth, named })}
                      onKeyDown={(event) => move(event, { truth, named })}
                    >
                      {count}
                    </button>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
