import { WithCode } from "../with-code";
import type { InputProps } from "./input-props";
import styles from "./inputs.module.css";
import { PartSays } from "./part-says";

/** What a list of choices shows: it cannot set code. */
const plain = (text: string) => text.replaceAll("`", "");

/** Items on the left, each with a list of what it can belong to. */
export function MatchInput(props: InputProps<"match">) {
  const { posed, answer, feedback, locked, name, onAnswer } = props;
  const chosen = answer.kind === "matched" ? answer.to : [];
  const choose = (item: number, value: string) => {
    const target = value === "" ? null : Number(value);
    const to = posed.items.map((_, at) => (at === item ? target : (chosen[at] ?? null)));
    onAnswer({ kind: "matched", to });
  };
  return (
    <ul className={styles.match}>
      {posed.items.map((text, item) => {
        const part = feedback?.parts[item] ?? null;
        return (
          <li key={text}>
            <label>
              <WithCode text={text} />
              <select
                value={chosen[item] ?? ""}
                disabled={locked}
                aria-describedby={part ? `${name}-why-${item}` : undefined}
                onChange={(event) => choose(item, event.target.value)}
              >
                <option value="">Choose…</option>
                {posed.targets.map((target, at) => (
                  <option key={target} value={at}>
                    {plain(target)}
                  </option>
                ))}
              </select>
            </label>
            <PartSays part={part} id={`${name}-why-${item}`} />
          </li>
        );
      })}
    </ul>
  );
}
