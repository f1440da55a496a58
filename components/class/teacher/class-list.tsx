"use client";
import Link from "next/link";
import { useId, useState } from "react";
import styles from "@/components/class/class.module.css";
import { openClass } from "@/content/class/class-api";
import { classLimits } from "@/content/class/messages";
import { boardPath } from "./class-address";
import { forgetOpened, keepOpened, useOpenedClasses } from "./opened-classes";

type Props = { onOpened(classId: string, secret: string): void };

/** Opens a class, and lists those that were opened in this browser. */
export function ClassList({ onOpened }: Props) {
  const classes = useOpenedClasses();
  return (
    <>
      <h1>Classes</h1>
      <p className={styles.lead}>
        A class collects what your learners hand in: receipts, which the server checks,
        and answers. Nobody needs an account.
      </p>
      <div className={styles.stack}>
        <OpenClassForm onOpened={onOpened} />
        {classes.length > 0 && (
          <section aria-labelledby="opened" className={styles.part}>
            <h2 id="opened">Opened in this browser</h2>
            <ul className={styles.opened}>
              {classes.map(({ classId, name }) => (
                <li key={classId}>
                  {/* The board is read from the address, which a full load renews. */}
                  <a href={boardPath(classId)}>{name}</a>
                  <button
                    type="button"
                    aria-label={`Take ${name} off this list`}
                    onClick={() => forgetOpened(classId)}
                  >
                    Take off this list
                  </button>
                </li>
              ))}
            </ul>
            <p className={styles.small}>
              Taking a class off the list deletes nothing: its private link still opens
              it.
            </p>
          </section>
        )}
        <p>
          Are you a learner? <Link href="/class/join">Join a class</Link>.{" "}
          <Link href="/class/privacy">What is kept, and for how long</Link>.
        </p>
      </div>
    </>
  );
}

type OpenClassFormProps = { onOpened(classId: string, secret: string): void };

/** Opens a class: its name is all it takes. */
function OpenClassForm({ onOpened }: OpenClassFormProps) {
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
          maxLength={classLimits.className}
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
