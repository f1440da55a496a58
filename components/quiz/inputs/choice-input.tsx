import type { Answer } from "@/content/quiz/kinds/kind";
import { WithCode } from "../with-code";
import type { InputProps } from "./input-props";
import styles from "./inputs.module.css";
import { PartSays } from "./part-says";

/** The options that an answer ticks. */
function ticksOf(answer: Answer): readonly number[] {
  if (answer.kind === "predicted") return [answer.option];
  return answer.kind === "ticked" ? answer.options : [];
}

/** Options to tick: one of them, or several. Those judged say why they are right or wrong. */
export function ChoiceInput(props: InputProps<"one" | "several" | "predict">) {
  const { posed, answer, feedback, locked, name, onAnswer } = props;
  const several = posed.kind === "several";
  const ticked = ticksOf(answer);
  const toggled = (at: number) => {
    if (!several) return [at];
    return ticked.includes(at) ? ticked.filter((one) => one !== at) : [...ticked, at];
  };
  return (
    <ul className={styles.options}>
      {posed.options.map((text, at) => {
        const part = feedback?.parts[at] ?? null;
        return (
          <li key={text}>
            <label>
              <input
                type={several ? "checkbox" : "radio"}
                name={name}
                checked={ticked.includes(at)}
                aria-disabled={locked}
                aria-describedby={part ? `${name}-why-${at}` : undefined}
                onChange={() =>
                  locked || onAnswer({ kind: "ticked", options: toggled(at) })
                }
              />
              <WithCode text={text} />
            </label>
            <PartSays part={part} id={`${name}-why-${at}`} />
          </li>
        );
      })}
    </ul>
  );
}
