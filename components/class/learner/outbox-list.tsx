"use client";
import { download } from "@/components/kit/download";
import { counted } from "@/labs/number-text";
import styles from "../class.module.css";
import { titleIn } from "../class-assignment";
import { type JoinedClass, useJoinedClasses } from "../joined-classes";
import { handInState, handInText } from "./hand-in-state";
import type { Entry } from "./outbox-entry";
import { addToOutbox, removeFromOutbox, sendNow, useOutbox } from "./use-outbox";

function nameOf({ classId, what }: Entry, classes: readonly JoinedClass[]): string {
  if (what.kind === "answers") return counted(what.answers.length, "quiz answer");
  const joined = classes.find((one) => one.classId === classId);
  const asked = joined?.assignments.find(({ id }) => id === what.assignment);
  return asked ? `The receipt for “${titleIn(asked.link)}”` : "A receipt";
}

function again({ key, at, refused, ...entry }: Entry) {
  addToOutbox(entry);
  sendNow();
}

/** What was handed in and has not gone in; nothing where all has. */
export function OutboxList() {
  const outbox = useOutbox();
  const classes = useJoinedClasses();
  if (outbox.entries.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="outbox">
      <h2 id="outbox">On its way</h2>
      <ul className={styles.plain}>
        {outbox.entries.map((entry) => {
          const { key, what, refused, name, className } = entry;
          const label = nameOf(entry, classes);
          return (
            <li key={key} className={styles.stack} data-entry={key}>
              <p>
                {label}, by {name}, for {className}.
              </p>
              <p role="status">{handInText(handInState(outbox, key), entry)}</p>
              <div className={styles.row}>
                <button
                  type="button"
                  onClick={() => (refused === null ? sendNow() : again(entry))}
                >
                  {refused === null ? "Try now" : "Try again"}
                </button>
                {what.kind === "receipt" && (
                  <button
                    type="button"
                    onClick={() =>
                      download("hand-in.receipt.txt", what.packed, "text/plain")
                    }
                  >
                    Save it as a file
                  </button>
                )}
                <button type="button" onClick={() => removeFromOutbox(key)}>
                  Do not hand it in
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
