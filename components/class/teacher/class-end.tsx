"use client";
import Link from "next/link";
import { useState } from "react";
import { ClassSection } from "@/components/class/class-section";
import { Button } from "@/components/kit/button";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Disclosure } from "@/components/kit/disclosure";
import { TextField } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { dayText } from "@/components/kit/wording";
import { deleteClass, renewSecret } from "@/content/class/class-api";
import type { ClassHead } from "@/content/class/messages";
import {
  changeClass,
  copyClass,
  exportPath,
  renewRecovery,
} from "@/content/class/roster-api";
import { rosterLimits } from "@/content/class/roster-messages";
import { sitePath } from "@/content/site-path";
import { localDay } from "@/labs/assignment/assignment";
import type { NewKeys } from "./class-keys";
import { CoTeachers } from "./co-teachers";
import { momentOf } from "./day-time";
import { forgetOpened } from "./opened-classes";

type Props = {
  head: ClassHead;
  /** Whether this browser is an owner's, not a co-teacher's. */
  owner: boolean;
  /** Whether it is a course of an LMS. */
  ofLms: boolean;
  onKeys(keys: NewKeys): void;
  onChanged(): void;
  /** A copy was opened: its id and its keys. */
  onCopied(classId: string, keys: NewKeys): void;
  onGone(): void;
};

const deleted =
  "All assignments, learners, receipts and answers of the class are deleted, for good. Save the class as a file first if you need them.";

/** The class itself: its teachers, its keys, its next term, its end. */
export function ClassEnd(props: Props) {
  const { head, owner, ofLms, onKeys, onChanged, onCopied, onGone } = props;
  const { id, name, expires } = head;

  async function renew() {
    const answer = await renewSecret(id);
    if (!answer.ok) return answer.problem;
    onKeys({ secret: answer.value.secret, recovery: null });
    return null;
  }

  async function renewCode() {
    const answer = await renewRecovery(id);
    if (!answer.ok) return answer.problem;
    onKeys({ secret: null, recovery: answer.value.recovery });
    return null;
  }

  async function remove() {
    const answer = await deleteClass(id);
    if (!answer.ok) return answer.problem;
    forgetOpened(id);
    onGone();
    return null;
  }

  return (
    <ClassSection title="The class itself">
      <p>
        It ends on {dayText(expires)}: then the server deletes it with all that is in it.{" "}
        <Link href="/about/privacy#class">What is kept, and who sees it</Link>.
      </p>
      {ofLms && !owner && (
        <p>
          Its keys, its teachers and its deletion are for whoever teaches the course in
          the LMS: open the class from there once more, which counts for a day.
        </p>
      )}
      {owner && <CoTeachers {...{ classId: id, ofLms }} />}
      <Disclosure summary="The next term">
        <Stack>
          <ExtendForm key={expires} {...{ head, onChanged }} />
          <CopyForm {...{ head, onCopied }} />
          <Row>
            <a href={sitePath(exportPath(id))} download>
              Save the class as a file
            </a>
            <Small as="span">
              All of it, to be restored here or on another site’s page of classes.
              {ofLms &&
                " Only its bond with the LMS is not in the file: whoever restores the class owns it, its learners come in by codes that are made on its board, and links in the LMS open a class of their own."}
            </Small>
          </Row>
        </Stack>
      </Disclosure>
      {owner && (
        <Row>
          <ConfirmButton
            label={ofLms ? "Make a private link" : "Renew the private link"}
            says={
              ofLms
                ? "Whoever has it owns the class, also without the LMS. One that was made before will open nothing any more."
                : "The link that you have now will open nothing any more, and every other browser that it opened is no longer the teacher’s. Co-teachers keep theirs."
            }
            yes={ofLms ? "Make it" : "Renew it"}
            onYes={renew}
          />
          <ConfirmButton
            label={ofLms ? "Make a recovery code" : "Renew the recovery code"}
            says={
              ofLms
                ? "It makes a new private link where one is lost. A code that was made before will recover nothing any more."
                : "The code that you have now will recover nothing any more."
            }
            yes={ofLms ? "Make it" : "Renew it"}
            onYes={renewCode}
          />
          <ConfirmButton
            label="Delete the class"
            says={
              ofLms
                ? `${deleted} The grades that the LMS has stay there, and whoever opens a link of the course next comes into a new class.`
                : deleted
            }
            yes="Delete the class for good"
            typed={name}
            onYes={remove}
          />
        </Row>
      )}
    </ClassSection>
  );
}

const hour = 60 * 60 * 1000;
const year = 365 * 24 * hour;

/** Another end of the class, at most a year from now. */
function ExtendForm({ head, onChanged }: Pick<Props, "head" | "onChanged">) {
  const [day, setDay] = useState(localDay(new Date(head.expires)));
  const [problem, setProblem] = useState<string | null>(null);
  const latest = localDay(new Date(Date.now() + year));

  async function save() {
    const expires = momentOf({ day, time: "" });
    if (expires === null) return setProblem("Choose a day.");
    // The server's clock may be a little behind.
    const most = Date.now() + year - hour;
    const answer = await changeClass(head.id, { expires: Math.min(expires, most) });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onChanged();
  }

  return (
    <Row
      as="form"
      aria-label="The class’s end"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label="It ends on"
        type="date"
        value={day}
        max={latest}
        hint="At most a year from now."
        onChange={({ target }) => setDay(target.value)}
      />
      <Button type="submit">Set the end</Button>
      <Problem role="alert">{problem}</Problem>
    </Row>
  );
}

/** A class with the same assignments, and nobody in it. */
function CopyForm({ head, onCopied }: Pick<Props, "head" | "onCopied">) {
  const [name, setName] = useState(head.name);
  const [problem, setProblem] = useState<string | null>(null);
  const [copying, setCopying] = useState(false);

  async function copy() {
    if (copying) return;
    const typed = name.trim();
    if (typed === "") return setProblem("Give the new class a name first.");
    setCopying(true);
    const answer = await copyClass(head.id, typed);
    setCopying(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const { class: opened, secret, recovery } = answer.value;
    onCopied(opened.id, { secret, recovery });
  }

  return (
    <Row
      as="form"
      aria-label="A class with the same assignments"
      onSubmit={(event) => {
        event.preventDefault();
        void copy();
      }}
    >
      <TextField
        label="Name of the new class"
        value={name}
        maxLength={rosterLimits.className}
        hint="The same assignments, without the learners."
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" inactive={copying}>
        Duplicate the class
      </Button>
      <Status>{copying ? "It is made…" : ""}</Status>
      <Problem role="alert">{problem}</Problem>
    </Row>
  );
}
