"use client";
import Link from "next/link";
import { useId, useRef, useState } from "react";
import { ClassSection } from "@/components/class/class-section";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { Field, TextField } from "@/components/kit/field";
import { FileButton } from "@/components/kit/file-drop";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { newKey, openClass } from "@/content/class/class-api";
import { classLimits } from "@/content/class/messages";
import { recoverClass, restoreClass } from "@/content/class/roster-api";
import { sitePath } from "@/content/site-path";
import { boardPath } from "./class-address";
import type { NewKeys } from "./class-keys";
import styles from "./class-list.module.css";
import { forgetOpened, keepOpened, useOpenedClasses } from "./opened-classes";

type Props = { onOpened(classId: string, keys: NewKeys): void };

/** The title over all classes, and what they are for: in the page before its script is. */
export const ClassesHead = () => (
  <>
    <h1>Classes</h1>
    <p className={styles.lead}>
      A class collects what your learners hand in: receipts, which the server checks, and
      answers. Nobody needs an account.
    </p>
  </>
);

/** Opens a class, and lists those that were opened in this browser. */
export function ClassList({ onOpened }: Props) {
  const classes = useOpenedClasses();
  return (
    <>
      <ClassesHead />
      <Stack>
        <OpenClassForm onOpened={onOpened} />
        {classes.length > 0 && (
          <ClassSection title="Opened in this browser">
            <PlainList>
              {classes.map(({ classId, name }) => (
                <Row as="li" key={classId}>
                  {/* The board is read from the address, which a full load renews. */}
                  <a className={styles.name} href={sitePath(boardPath(classId))}>
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
        <Disclosure summary="Get a class back">
          <Stack>
            <RecoverForm onOpened={onOpened} />
            <RestoreForm onOpened={onOpened} />
          </Stack>
        </Disclosure>
        <p>
          Are you a learner? <Link href="/class/join">Join a class</Link>.{" "}
          <Link href="/about/privacy#class">What is kept, and for how long</Link>.
        </p>
        <p>
          Does your school have Moodle, Canvas or another LMS?{" "}
          <Link href="/lti">Use this site in it</Link>.
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
    const { class: opened, secret, recovery } = answer.value;
    keepOpened({ classId: opened.id, name: opened.name });
    onOpened(opened.id, { secret, recovery });
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

/** A class whose private link is lost: the recovery code makes a new one. */
function RecoverForm({ onOpened }: Props) {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [recovering, setRecovering] = useState(false);
  // Should an answer be lost, the same key gets it again.
  const key = useRef({ code: "", key: "" });

  async function recover() {
    if (recovering) return;
    const typed = code.trim();
    if (typed === "") return setProblem("Type the recovery code first.");
    if (key.current.code !== typed) key.current = { code: typed, key: newKey() };
    setRecovering(true);
    const answer = await recoverClass(typed, key.current.key);
    setRecovering(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const { class: opened, secret, recovery } = answer.value;
    keepOpened({ classId: opened.id, name: opened.name });
    onOpened(opened.id, { secret, recovery });
  }

  return (
    <Row
      as="form"
      aria-label="Recover a class"
      onSubmit={(event) => {
        event.preventDefault();
        void recover();
      }}
    >
      <TextField
        label="Recovery code"
        hint="It was shown beside the private link. Both are made anew: the link before opens nothing any more."
        value={code}
        spellCheck={false}
        maxLength={80}
        onChange={({ target }) => setCode(target.value)}
      />
      <Button type="submit" inactive={recovering}>
        Recover the class
      </Button>
      <Problem role="alert">{problem}</Problem>
    </Row>
  );
}

/** A class that was saved as a file, on this site or another. */
function RestoreForm({ onOpened }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [restoring, setRestoring] = useState(false);

  async function restore([file]: readonly File[]) {
    if (!file || restoring) return;
    setRestoring(true);
    setProblem(null);
    const answer = await restoreClass(file);
    setRestoring(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const { class: opened, secret, recovery } = answer.value;
    keepOpened({ classId: opened.id, name: opened.name });
    onOpened(opened.id, { secret, recovery });
  }

  return (
    <Stack>
      <Row>
        <FileButton label="The file of a class" inactive={restoring} onFiles={restore}>
          Restore a class from its file…
        </FileButton>
        <Status>{restoring ? "The class is restored…" : ""}</Status>
      </Row>
      <Small>
        Where the site does not have the class, or has it no more. Its learners come back
        in with new codes, which you make on its board, also where they came from an LMS:
        its links open a class of their own.
      </Small>
      <Problem role="alert">{problem}</Problem>
    </Stack>
  );
}
