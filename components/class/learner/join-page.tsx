"use client";
import Link from "next/link";
import { useEffect, useId, useState } from "react";
import styles from "@/components/class/class.module.css";
import { joinClass } from "@/content/class/class-api";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";
import { keepJoined, useIsKept, useJoinedClasses } from "../joined-classes";
import { JoinedSection } from "./joined-section";
import { OutboxList } from "./outbox-list";

/** A learner's classes: joins one, shows what each asks for, hands in. */
export function JoinPage() {
  const classes = useJoinedClasses();
  const isKept = useIsKept();
  return (
    <div className={styles.stack}>
      {!isKept && (
        <p className={styles.wrong}>
          This browser keeps nothing for the site: it will have forgotten the class when
          you close this page.
        </p>
      )}
      <OutboxList />
      {classes.map((joined) => (
        <JoinedSection key={joined.classId + joined.learner} joined={joined} />
      ))}
      <JoinForm another={classes.length > 0} />
      <p>
        <Link href="/class/privacy">What is kept, and who sees it</Link>. Do you teach?{" "}
        <Link href="/class">Open a class</Link>.
      </p>
    </div>
  );
}

type Props = {
  /** Whether this browser has joined a class already. */
  another: boolean;
};

/** Joins a class with its code and a name. */
function JoinForm({ another }: Props) {
  const id = useId();
  const [code, setCode] = useState("");
  const [typed, setTyped] = useState("");
  const [joining, setJoining] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [told, setTold] = useState("");

  useEffect(() => {
    const given = new URLSearchParams(window.location.search).get("code");
    if (given) setCode(given.slice(0, 40));
  }, []);

  async function join() {
    if (joining) return;
    setTold("");
    if (code.trim() === "") return setProblem("Type the code of the class first.");
    const name = learnerName(typed);
    if (name === null) return setProblem(`Your name must be ${nameAllowed}.`);
    setProblem(null);
    setJoining(true);
    const answer = await joinClass(code, name);
    setJoining(false);
    if (!answer.ok) return setProblem(answer.problem);
    keepJoined({ ...answer.value, assignments: [] });
    setTyped("");
    setCode("");
    window.history.replaceState(null, "", "/class/join");
    setTold(`You have joined ${answer.value.className} as ${answer.value.name}.`);
  }

  return (
    <form
      className={styles.part}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <h2 id={`${id}-title`}>{another ? "Join another class" : "Join a class"}</h2>
      <div className={styles.fields}>
        <p className={styles.field}>
          <label htmlFor={`${id}-code`}>The class’s code</label>
          <input
            id={`${id}-code`}
            value={code}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={({ target }) => setCode(target.value)}
          />
        </p>
        <p className={styles.field}>
          <label htmlFor={`${id}-name`}>Your name</label>
          <input
            id={`${id}-name`}
            value={typed}
            maxLength={240}
            autoComplete="name"
            aria-describedby={`${id}-why`}
            onChange={({ target }) => setTyped(target.value)}
          />
        </p>
        <button type="submit" className={styles.primary} aria-disabled={joining}>
          Join
        </button>
      </div>
      <p role="alert" className={styles.wrong}>
        {problem}
      </p>
      <p role="status">{told}</p>
      <p id={`${id}-why`} className={styles.small}>
        The name is all that the class learns of you: your teacher sees it, it decides
        your data and your starting weights, and it stands on your receipts.
      </p>
    </form>
  );
}
