"use client";
import { useId, useState } from "react";
import { openClass } from "./api";
import styles from "./class.module.css";
import { most } from "./messages";
import { keepOpened } from "./opened-store";

type Props = { onOpened(classId: string, secret: string): void };

/** Opens a class: its name is all it takes. */
export function OpenClassForm({ onOpened }: Props) {
  const id = useId();
  const [name, setName] = useState("");
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function open() {
    if (opening) return;
    const typed = name.trim();
    if (typed === "") {
      setProblem("Give the class a name first, such as “Biology 2b”.");
      return;
    }
    setOpening(true);
    setProblem(null);
    const answer = await openClass(typed);
    setOpening(false);
    if (!answer.ok) return setProblem(answer.problem);
    const { class: opened, secret } = answer.value;
    keepOpened({ classId: opened.id, name: opened.name });
    onOpened(opened.id, secret);
  }

  return (
    <form
      className={styles.part}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h2 id={`${id}-title`}>Open a class</h2>
      <div className={styles.row}>
        <label htmlFor={id}>Name of the class</label>
        <input
          id={id}
          value={name}
          maxLength={most.className}
          autoComplete="off"
          aria-describedby={problem ? `${id}-problem` : undefined}
          aria-invalid={problem !== null && name.trim() === ""}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className={styles.primary} aria-disabled={opening}>
          Open the class
        </button>
      </div>
      <p id={`${id}-problem`} role="alert" className={styles.wrong}>
        {problem}
      </p>
      <p className={styles.small}>
        Your learners see this name. A class ends after a year, with all that is in it.
      </p>
    </form>
  );
}
