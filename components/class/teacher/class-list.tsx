"use client";
import Link from "next/link";
import { useId, useState } from "react";
import { ClassSection } from "@/components/class/class-section";
import { Button } from "@/components/kit/button";
import { Field } from "@/components/kit/field";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { openClass } from "@/content/class/class-api";
import { classLimits } from "@/content/class/messages";
import { boardPath } from "./class-address";
import styles from "./class-list.module.css";
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
      <Stack>
        <OpenClassForm onOpened={onOpened} />
        {classes.length > 0 && (
          <ClassSection title="Opened in this browser">
            <PlainList>
              {classes.map(({ classId, name }) => (
                <Row as="li" key={classId}>
                  {/* The board is read from the address, which a full load renews. */}
                  <a className={styles.name} href={boardPath(classId)}>
                    {name}
                  </a>
                  <Button
                    aria-label={`Take ${name} off this list`}
                    onClick={() => forgetOpened(classId)}
                  >
                    Take off this list
                  </Button>
                </Row>
              ))}
            </PlainList>
            <Small>
              Taking a class off the list deletes nothing: its private link still opens
              it.
            </Small>
          </ClassSection>
        )}
        <p>
          Are you a learner? <Link href="/class/join">Join a class</Link>.{" "}
          <Link href="/class/privacy">What is kept, and for how long</Link>.
        </p>
      </Stack>
    </>
  );
}

/** Opens a class: its name is all it takes. */
function OpenClassForm({ onOpened }: Props) {
  const problemId = useId();
  const [name, setName] = useState("");
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function open() {
    if (opening) return;
    const typed = name.trim();
    if (typed === "") {
      return setProblem("Give the class a name first, such as “Biology 2b”.");
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
    <ClassSection
      as="form"
      title="Open a class"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Row>
        <Field inline label="Name of the class" describedBy={problemId}>
          {(control) => (
            <input
              {...control}
              value={name}
              maxLength={classLimits.className}
              autoComplete="off"
              aria-invalid={problem !== null && name.trim() === ""}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary" inactive={opening}>
          Open the class
        </Button>
      </Row>
      <Problem id={problemId} role="alert">
        {problem}
      </Problem>
      <Small>
        Your learners see this name. A class ends after a year, with all that is in it.
      </Small>
    </ClassSection>
  );
}
