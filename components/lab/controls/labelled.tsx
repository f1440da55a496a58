import type { ReactNode } from "react";
import styles from "./controls.module.css";

type Props = {
  /** The id of the control inside; its note's id is `noteOf(id)`. */
  id: string;
  label: string;
  /** What is wrong with the value, or why it changes nothing. */
  note: string | null;
  wrong?: boolean;
  /** Whether it may share its line with another short control. */
  short?: boolean;
  children: ReactNode;
};

/** The id of the note under a control. */
export const noteOf = (id: string) => `${id}-note`;

/** One control under its label, with a note where there is something to say. */
export function Labelled(props: Props) {
  const { id, label, note, wrong = false, short = false, children } = props;
  return (
    <div className={`${styles.control} ${short ? styles.short : ""}`}>
      <label htmlFor={id}>{label}</label>
      {children}
      {note && (
        <p id={noteOf(id)} className={wrong ? styles.wrong : styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
