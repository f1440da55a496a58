import { type KeyboardEvent, useState } from "react";
import { WithCode } from "../with-code";
import type { InputProps } from "./input-props";
import styles from "./inputs.module.css";
import { moved } from "./moved";
import { PartSays } from "./part-says";

const steps: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/** Items that buttons, or the arrow keys on them, move up and down. */
export function OrderInput(props: InputProps<"order">) {
  const { posed, answer, feedback, locked, name, onAnswer } = props;
  const [told, setTold] = useState("");
  const items = answer.kind === "ordered" ? answer.items : [];

  function move(from: number, step: 1 | -1) {
    const next = moved(items, from, step);
    if (locked || next === items) return;
    onAnswer({ kind: "ordered", items: next });
    const text = posed.items[items[from] ?? -1];
    setTold(`${text}: place ${from + step + 1} of ${items.length}`);
  }

  function press(event: KeyboardEvent, from: number) {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    move(from, step);
  }

  return (
    <>
      <ol className={styles.order}>
        {items.map((item, place) => {
          const text = posed.items[item] ?? "";
          const part = feedback?.parts[item] ?? null;
          const why = part ? `${name}-why-${item}` : undefined;
          const button = (label: string, sign: string, step: 1 | -1) => (
            <button
              type="button"
              aria-label={`${label}: ${text}`}
              aria-describedby={why}
              aria-disabled={locked || !(place + step in items)}
              onClick={() => move(place, step)}
              onKeyDown={(event) => press(event, place)}
            >
              <span aria-hidden="true">{sign}</span>
            </button>
          );
          return (
            <li key={item}>
              <div className={styles.item}>
                <span className={styles.place} aria-hidden="true">
                  {place + 1}
                </span>
                <WithCode text={text} />
                <span className={styles.moves}>
                  {button("Move up", "↑", -1)}
                  {button("Move down", "↓", 1)}
                </span>
              </div>
              <PartSays part={part} id={`${name}-why-${item}`} />
            </li>
          );
        })}
      </ol>
      <p role="status" className="visually-hidden">
        {told}
      </p>
    </>
  );
}
