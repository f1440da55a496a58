"use client";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { Field } from "@/components/kit/field";
import { Row } from "@/components/kit/layout";
import { Notice } from "@/components/kit/notice";
import type { Assigned } from "@/components/lab/training/lab-state";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";
import { hasOneSeed } from "@/labs/assignment/locks";
import type { AskingClass } from "./asking-class";
import styles from "./assignment.module.css";
import { useLatestName } from "./kept-work";

type Props = {
  assigned: Assigned;
  asking: AskingClass;
  /** Whether the name was given just now: the focus was in its form. */
  named: RefObject<boolean>;
  onName(name: string): void;
};

const kept = "stands on your receipt; it is kept in this browser only.";

/** Who works here: asks for the name, or tells it, with what it decides. */
export function NamePart({ assigned, asking, named, onName }: Props) {
  const { assignment, name, start } = assigned;
  const { joined, waiting } = asking;
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
        {waiting !== null && (
          <Notice title={`You have asked to join ${waiting}`}>
            <p>
              If it is {waiting} that asks for this assignment, wait until your teacher
              has let you in: what you train before starts from other data.
            </p>
          </Notice>
        )}
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
    <Row>
      <p ref={line} tabIndex={-1} className={styles.says}>
        You work as <b>{name}</b>
        {joined && <>, as you joined {joined.className}</>}.{" "}
        {oneSeed
          ? `Everyone has the same data and starting weights: seed ${start.seed}.`
          : joined
            ? `Your data and starting weights are your own in this class: seed ${start.seed}.`
            : `Your data and starting weights come from your name: seed ${start.seed}.`}
      </p>
      {joined === null && <Button onClick={() => setOpen(true)}>Change name</Button>}
    </Row>
  );
}

type NameFormProps = {
  /** Stands in the field at first. */
  typed: string;
  /** The use of the name, in sentences. */
  why: string;
  /** The words of the button. */
  action: string;
  onName(name: string): void;
  /** Closes the form; left out where there is no name to go back to. */
  onCancel?: () => void;
};

function NameForm({ typed: first, why, action, onName, onCancel }: NameFormProps) {
  const [typed, setTyped] = useState(first);
  const [problem, setProblem] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    const name = learnerName(typed);
    setProblem(name === null ? `Your name must be ${nameAllowed}.` : "");
    if (name !== null) onName(name);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Field label="Your name" hint={why} problem={problem}>
        {(control) => (
          <Row>
            <input
              {...control}
              className={styles.name}
              value={typed}
              autoComplete="name"
              onChange={({ target }) => setTyped(target.value)}
            />
            <Button type="submit" look="primary">
              {action}
            </Button>
            {onCancel && <Button onClick={onCancel}>Cancel</Button>}
          </Row>
        )}
      </Field>
    </form>
  );
}
