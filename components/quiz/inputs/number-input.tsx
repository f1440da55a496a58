import type { InputProps } from "./input-feedback";
import styles from "./inputs.module.css";

/** A number to type. */
export function NumberInput(props: InputProps) {
  const { presented, answer, feedback, locked, name, onAnswer } = props;
  return (
    <label className={styles.number}>
      <span className="visually-hidden">Your answer</span>
      <input
        inputMode="decimal"
        autoComplete="off"
        maxLength={24}
        value={answer.kind === "typed" ? answer.text : ""}
        readOnly={locked}
        aria-describedby={feedback ? `${name}-says` : undefined}
        onChange={(event) => onAnswer({ kind: "typed", text: event.target.value })}
      />
      {presented.unit && <span>{presented.unit}</span>}
    </label>
  );
}
