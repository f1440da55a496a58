"use client";
import lab from "./lab.module.css";
import styles from "./settings.module.css";

type Props = {
  label: string;
  /** The chosen names as a link writes them: `x-y`. */
  text: string;
  options: readonly { value: string; label: string }[];
  onChange(text: string): void;
};

/** Ticks for several names, of which at least one stays. */
export function SetControl({ label, text, options, onChange }: Props) {
  const chosen = text.split("-");
  return (
    <fieldset className={styles.control}>
      <legend>{label}</legend>
      <div className={styles.ticks}>
        {options.map((option) => {
          const ticked = chosen.includes(option.value);
          const next = options.filter((other) =>
            other === option ? !ticked : chosen.includes(other.value),
          );
          return (
            <label key={option.value} className={lab.tick}>
              <input
                type="checkbox"
                checked={ticked}
                disabled={next.length === 0}
                onChange={() => onChange(next.map((other) => other.value).join("-"))}
              />
              {option.label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
