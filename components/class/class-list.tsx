"use client";
import Link from "next/link";
import styles from "./class.module.css";
import { boardPath } from "./class-place";
import { OpenClassForm } from "./open-class-form";
import { forgetOpened, useOpenedClasses } from "./opened-store";

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
