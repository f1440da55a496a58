"use client";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { Assigned } from "@/components/lab/training/lab-state";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";
import { hasOneSeed } from "@/labs/assignment/learner-start";
import styles from "./assignment.module.css";
import { useLatestName } from "./kept-work";

type Props = {
  assigned: Assigned;
  /** The class that gives the name, or null where the learner does. */
  className: string | null;
  /** Whether the name was given just now: the focus was in its form. */
  named: RefObject<boolean>;
  onName(name: string): void;
};

const kept = "stands on your receipt; it is kept in this browser only.";

/** Who works here: asks for the name, or tells it, with what it decides. */
export function NamePart({ assigned, className, named, onName }: Props) {
  const { assignment, name, start } = assigned;
  const latest = useLatestName();
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!named.current || name === "" || open) return;
    named.current = false;
    line.current?.focus();
  }, [named, name, open]);

  const oneSeed = hasOneSeed(assignment);
  const why = oneSeed
    ? `It ${kept}`
    : `It decides your data and your starting weights, and ${kept}`;
  if (name === "") {
    return (
      <>
        <NameForm typed={latest} why={why} action="Begin" onName={onName} />
        <p>
          <b>The lab opens once you have given your name.</b>
        </p>
      </>
    );
  }
  function close() {
    named.current = true;
    setOpen(false);
  }
  if (open) {
    return (
      <NameForm
        typed={name}
        why={`${why} Under another name the lab starts anew.`}
        action="Take this name"
        onName={(next) => (next === name ? close() : onName(next))}
        onCancel={close}
      />
    );
  }
  return (
    <div className={styles.row}>
      <p ref={line} tabIndex={-1}>
        You work as <b>{name}</b>
        {className !== null && <>, as you joined {className}</>}.{" "}
        {oneSeed
          ? `Everyone has the same data and starting weights: seed ${start.seed}.`
          : `Your data and starting weights come from your name: seed ${start.seed}.`}
      </p>
      {className === null && (
        <button type="button" onClick={() => setOpen(true)}>
          Change name
        </button>
      )}
    </div>
  );
}

type NameFormProps = {
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
function NameForm({ typed: first, why, action, onName, onCancel }: NameFormProps) {
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
