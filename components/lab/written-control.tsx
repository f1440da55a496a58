"use client";
import styles from "./settings.module.css";

type Props = {
  label: string;
  /** The list as a link writes it, or `none`. */
  text: string;
  onChange(text: string): void;
};

/** A list that a view of the lab writes: how long it is, and a way to drop it. */
export function WrittenControl({ label, text, onChange }: Props) {
  const count = text === "none" ? 0 : text.split("*").length;
  return (
    <fieldset className={styles.control}>
      <legend>{label}</legend>
      <div className={styles.pair}>
        <output>{count === 0 ? "none" : `${count} in the link`}</output>
        <button type="button" disabled={count === 0} onClick={() => onChange("none")}>
          Drop them
        </button>
      </div>
    </fieldset>
  );
}
