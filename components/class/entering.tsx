"use client";
// Exchanges a teacher's private link for what makes this browser the teacher's.
import { useEffect, useState } from "react";
import { enterClass } from "./api";
import styles from "./class.module.css";
import { keepOpened } from "./opened-store";

type Props = {
  classId: string;
  secret: string;
  onEntered(classId: string): void;
};

export function Entering({ classId, secret, onEntered }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(1);

  useEffect(() => {
    let left = false;
    setProblem(null);
    void enterClass(classId, secret).then((answer) => {
      if (left) return;
      if (!answer.ok) return setProblem(answer.problem);
      keepOpened({ classId, name: answer.value.class.name });
      onEntered(classId);
    });
    return () => {
      left = true;
    };
  }, [classId, secret, onEntered, tries]);

  return (
    <>
      <h1>Classes</h1>
      {problem === null ? (
        <p role="status">Your class opens…</p>
      ) : (
        <div className={styles.stack}>
          <p role="alert" className={styles.wrong}>
            {problem}
          </p>
          <div className={styles.row}>
            <button type="button" onClick={() => setTries(tries + 1)}>
              Try again
            </button>
            <a href="/class">All classes of this browser</a>
          </div>
        </div>
      )}
    </>
  );
}
