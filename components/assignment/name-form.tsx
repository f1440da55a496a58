"use client";
import { useId, useState } from "react";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";
import styles from "./assignment.module.css";

type Props = {
  /** What stands in the field at first. */
  typed: string;
  /** What the name is for, in sentences. */
  why: string;
  /** What the button says. */
  action: string;
  onName(name: string): void;
  /** Closes the form; left out where there is no name to go back to. */
  onCancel?: () => void;
};

/** The learner's name: all that is ever asked of them. */
export function NameForm({ typed: first, why, action, onName, onCancel }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(first);
  const [problem, setProblem] = useState("");

  function submit(event: React.FormEvent) {
    event.preventDefault();
    const name = learnerName(typed);
    setProblem(name === null ? `Your name must be ${nameAllowed}.` : "");
    if (name !== null) onName(name);
  }

  return (
    <form className={styles.name} onSubmit={submit} noValidate>
      <label htmlFor={id}>Your name</label>
      <div className={styles.row}>
        <input
          id={id}
          value={typed}
          autoComplete="name"
          aria-invalid={problem !== ""}
          aria-describedby={`${id}-why ${id}-problem`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className={styles.primary}>
          {action}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
      <p id={`${id}-problem`} role="alert" className={problem && styles.problem}>
        {problem}
      </p>
      <p id={`${id}-why`} className={styles.small}>
        {why}
      </p>
    </form>
  );
}
