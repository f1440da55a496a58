import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/kit/button";
import { Status } from "@/components/kit/status";
import { WithCode } from "@/components/kit/with-code";
import { feedbackId, type InputProps, judgementOf, PartFeedback } from "./input-feedback";
import styles from "./inputs.module.css";

const steps: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/** Items that buttons, or the arrow keys on them, move up and down. */
export function OrderInput(props: InputProps) {
  const { presented, answer, feedback, locked, name, onAnswer } = props;
  const [news, setNews] = useState("");
  const items = answer.kind === "ordered" ? answer.items : [];
  const textOf = (item: string) =>
    presented.parts.find(({ id }) => id === item)?.text ?? "";

  function move(from: number, step: 1 | -1) {
    const next = moved(items, from, step);
    if (locked || next === items) return;
    onAnswer({ kind: "ordered", items: next });
    setNews(`${textOf(items[from] ?? "")}: place ${from + step + 1} of ${items.length}`);
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
          const text = textOf(item);
          const of = { feedback, name, part: item };
          const button = (label: string, sign: string, step: 1 | -1) => (
            <Button
              aria-label={`${label}: ${text}`}
              aria-describedby={feedbackId(of)}
              inactive={locked || !(place + step in items)}
              onClick={() => move(place, step)}
              onKeyDown={(event) => press(event, place)}
            >
              <span aria-hidden="true">{sign}</span>
            </Button>
          );
          return (
            <li key={item} className={styles.part} data-judged={judgementOf(of)}>
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
              <PartFeedback {...of} words={["In its place", "Not in its place"]} />
            </li>
          );
        })}
      </ol>
      <Status unseen>{news}</Status>
    </>
  );
}

/** The list with one item a place further on or back; the same list where there is none. */
export function moved<T>(list: readonly T[], from: number, step: 1 | -1): readonly T[] {
  const to = from + step;
  if (!(from in list) || !(to in list)) return list;
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
