"use client";
import Link from "next/link";
import { useId, useState } from "react";
import { addAssignment } from "../api";
import styles from "../class.module.css";
import { checkedLink } from "./checked-link";
import { titleIn } from "./told-assignment";

type Props = { classId: string; known: readonly string[]; onAdded(): void };

/** Adds an assignment to a class: its link is pasted. */
export function AddAssignment({ classId, known, onAdded }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [told, setTold] = useState("");
  const [adding, setAdding] = useState(false);

  async function add() {
    if (adding) return;
    setTold("");
    const checked = checkedLink(text);
    if ("problems" in checked) return setProblems(checked.problems);
    const title = titleIn(checked.link);
    if (known.includes(checked.link)) {
      return setProblems([`The class has “${title}” already.`]);
    }
    setProblems([]);
    setAdding(true);
    const answer = await addAssignment(classId, checked.link);
    setAdding(false);
    if (!answer.ok) return setProblems([answer.problem]);
    setText("");
    setTold(`“${title}” was added: the class’s learners see it now.`);
    onAdded();
  }

  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className={styles.row}>
        <label htmlFor={id}>Link of an assignment</label>
        <input
          id={id}
          className={styles.long}
          value={text}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-problems`}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" aria-disabled={adding}>
          Add it to the class
        </button>
      </div>
      <ul id={`${id}-problems`} role="alert" className={styles.problems}>
        {problems.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <p role="status">{told}</p>
      <p className={styles.small}>
        Make one on the page <Link href="/assign">Assign a lab</Link>, and paste its link
        here.
      </p>
    </form>
  );
}
