"use client";
import { useId } from "react";
import styles from "./board.module.css";
import { Choice } from "./choice";
import type { Board } from "./merged-board";
import { cellChoices, orders, type Shown } from "./shown-rows";
import { titleIn } from "./told-assignment";

type Props = { board: Board; shown: Shown; onShown(shown: Shown): void };

/** Chooses which learners the board shows, and in which order. */
export function BoardFilter({ board, shown, onShown }: Props) {
  const id = useId();
  const set = (part: Partial<Shown>) => onShown({ ...shown, ...part });
  const assignments: Record<string, string> = {
    "": "all assignments",
    ...Object.fromEntries(board.assignments.map(({ id, link }) => [id, titleIn(link)])),
  };
  return (
    <form
      className={styles.filter}
      aria-label="Which learners are shown"
      onSubmit={(event) => event.preventDefault()}
    >
      <p>
        <label htmlFor={id}>Name</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          value={shown.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </p>
      <Choice
        label="Assignment"
        value={shown.assignment}
        named={assignments}
        onChange={(assignment) => set({ assignment })}
      />
      <Choice
        label="Verdict"
        value={shown.verdict}
        named={cellChoices}
        onChange={(verdict) => set({ verdict })}
      />
      <Choice
        label="Sorted by"
        value={shown.order}
        named={orders}
        onChange={(order) => set({ order })}
      />
    </form>
  );
}
