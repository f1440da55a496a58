"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { CopyText } from "@/components/kit/copy-text";
import { Disclosure } from "@/components/kit/disclosure";
import { TextField } from "@/components/kit/field";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { dayText } from "@/components/kit/wording";
import type { Refused } from "@/content/class/class-api";
import { addTeacher, readTeachers, removeTeacher } from "@/content/class/roster-api";
import { rosterLimits } from "@/content/class/roster-messages";
import { siteAddress } from "@/content/site-path";
import { privatePath } from "./class-address";

type Teacher = { id: string; name: string; created: number };

type Props = { classId: string; ofLms: boolean };

/** The teachers beside this one, each of whom can be taken out. */
export function CoTeachers({ classId, ofLms }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Disclosure
      summary="Teach it together"
      onToggle={({ currentTarget }) => setOpened(opened || currentTarget.open)}
    >
      {opened && <TeacherList {...{ classId, ofLms }} />}
    </Disclosure>
  );
}

function TeacherList({ classId, ofLms }: Props) {
  const { value, problem, refresh } = useFetched<{ teachers: Teacher[] }, Refused>({
    key: classId,
    read: () => readTeachers(classId),
  });
  const [added, setAdded] = useState<{ name: string; secret: string } | null>(null);

  async function remove({ id }: Teacher) {
    const answer = await removeTeacher(classId, id);
    if (!answer.ok) return answer.problem;
    await refresh();
    return null;
  }

  return (
    <Stack>
      <Small>
        A co-teacher sees and does what you do; other teachers’ links, the class’s keys
        and its deletion are yours alone.
        {ofLms &&
          " Whom the LMS brings stands here, too: who teaches the course there may do all of this as well, and who is taken out here comes back by the next launch."}
      </Small>
      <Problem role="status">{problem?.problem}</Problem>
      <PlainList>
        {value?.teachers.map((teacher) => (
          <Row as="li" key={teacher.id} data-teacher={teacher.id}>
            <strong>{teacher.name}</strong>
            <span>since {dayText(teacher.created)}</span>
            <ConfirmButton
              label={
                ofLms
                  ? `Take ${teacher.name} out`
                  : `Take the link of ${teacher.name} back`
              }
              says={
                ofLms
                  ? "Their link opens nothing any more, and their browsers are out at once."
                  : "It opens nothing any more, and browsers that it opened are out at once."
              }
              yes={ofLms ? "Take them out" : "Take it back"}
              onYes={() => remove(teacher)}
            />
          </Row>
        ))}
      </PlainList>
      {added && (
        <CopyText
          key={added.secret}
          label={`The private link of ${added.name}, shown only now`}
          text={siteAddress(privatePath(classId, added.secret))}
          button="Copy the link"
          done={`Copied: send it to ${added.name} alone.`}
        />
      )}
      <AddTeacher
        classId={classId}
        onAdded={(name, secret) => {
          setAdded({ name, secret });
          void refresh();
        }}
      />
    </Stack>
  );
}

type AddProps = { classId: string; onAdded(name: string, secret: string): void };

function AddTeacher({ classId, onAdded }: AddProps) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);

  async function add() {
    if (adding) return;
    const typed = name.trim();
    if (typed === "") return setProblem("Type the co-teacher’s name first.");
    setAdding(true);
    const answer = await addTeacher(classId, typed);
    setAdding(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setName("");
    onAdded(typed, answer.value.secret);
  }

  return (
    <Stack
      as="form"
      aria-label="A co-teacher"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Row>
        <TextField
          label="Name of the co-teacher"
          value={name}
          maxLength={rosterLimits.className}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" inactive={adding}>
          Make a link
        </Button>
        <Status>{adding ? "It is made…" : ""}</Status>
      </Row>
      <Problem role="alert">{problem}</Problem>
    </Stack>
  );
}
