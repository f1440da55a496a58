import { SignButton } from "@/components/kit/sign-button";
import type { InputProps } from "./input-feedback";
import styles from "./inputs.module.css";

/** A number to type. */
export function NumberInput(props: InputProps) {
  const { presented, answer, feedback, locked, name, onAnswer } = props;
  const text = answer.kind === "typed" ? answer.text : "";
  const type = (text: string) => locked || onAnswer({ kind: "typed", text });
  return (
    <div className={styles.number}>
      <input
        aria-label="Your answer"
        inputMode="decimal"
        autoComplete="off"
        maxLength={24}
        value={text}
        readOnly={locked}
        aria-describedby={feedback ? `${name}-says` : undefined}
        onChange={(event) => type(event.target.value)}
      />
      {/* For every number asked for, whatever its sign. */}
      <SignButton text={text} onText={type} inactive={locked} />
      {presented.unit && <span>{presented.unit}</span>}
    </div>
  );
}
