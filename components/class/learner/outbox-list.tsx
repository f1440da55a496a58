"use client";
import { titleIn } from "@/components/class/class-assignment";
import { ClassSection } from "@/components/class/class-section";
import { type JoinedClass, useJoinedClasses } from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { PlainList, Row, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { counted } from "@/labs/arithmetic/number-text";
import { saveReceipt } from "./hand-in-button";
import { handInState, handInText } from "./outbox";
import type { OutboxEntry } from "./outbox-entry";
import { addToOutbox, removeFromOutbox, sendNow, useOutbox } from "./use-outbox";

function nameOf({ classId, what }: OutboxEntry, classes: readonly JoinedClass[]): string {
  if (what.kind === "answers") return counted(what.answers.length, "quiz answer");
  const joined = classes.find((one) => one.classId === classId);
  const asked = joined?.assignments.find(({ id }) => id === what.assignment);
  return asked ? `The receipt for “${titleIn(asked.link)}”` : "A receipt";
}

/** Sends an entry, also one that was refused before. */
function sendAgain({ key, at, refused, ...entry }: OutboxEntry) {
  if (refused !== null) addToOutbox(entry);
  sendNow();
}

/** Everything that was handed in and is not in yet; nothing where all is. */
export function OutboxList() {
  const outbox = useOutbox();
  const classes = useJoinedClasses();
  if (outbox.entries.length === 0) return null;
  return (
    <ClassSection title="On its way">
      <PlainList>
        {outbox.entries.map((entry) => {
          const { key, what, refused, name, className } = entry;
          return (
            <Stack as="li" key={key} data-entry={key}>
              <p>
                {nameOf(entry, classes)}, by {name}, for {className}.
              </p>
              <Status>{handInText(handInState(outbox, key), entry)}</Status>
              <Row>
                <Button onClick={() => sendAgain(entry)}>
                  {refused === null ? "Try now" : "Try again"}
                </Button>
                {what.kind === "receipt" && (
                  <Button onClick={() => saveReceipt(what.packed)}>
                    Save it as a file
                  </Button>
                )}
                <Button onClick={() => removeFromOutbox(key)}>Do not hand it in</Button>
              </Row>
            </Stack>
          );
        })}
      </PlainList>
    </ClassSection>
  );
}
