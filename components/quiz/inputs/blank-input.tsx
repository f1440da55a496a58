import { WithCode } from "@/components/kit/with-code";
import type { InputProps } from "./input-feedback";
import styles from "./inputs.module.css";

/** The sentence with a text box for its blank. Screen readers have it from the legend. */
export function BlankInput(props: InputProps) {
  const { presented, answer, feedback, locked, name, onAnswer } = props;
  const [before = "", ...after] = presented.asks.split("___");
  return (
    <p className={styles.sentence}>
      <span aria-hidden="true">
        <WithCode text={before} />
      </span>
      <input
        aria-label="The blank"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={120}
        value={answer.kind === "typed" ? answer.text : ""}
        readOnly={locked}
        aria-describedby={feedback ? `${name}-says` : undefined}
        onChange={(event) => onAnswer({ kind: "typed", text: event.target.value })}
      />
      <span aria-hidden="true">
        <WithCode text={after.join("…")} />
      </span>
    </p>
  );
}
