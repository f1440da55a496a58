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

/** The teachers beside the owner, each with a link that can be taken back. */
export function CoTeachers({ classId }: { classId: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <Disclosure
      summary="Teach it together"
      onToggle={({ currentTarget }) => setOpened(opened || currentTarget.open)}
    >
      {opened && <TeacherList classId={classId} />}
    </Disclosure>
  );
}

function TeacherList({ classId }: { classId: string }) {
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
      </Small>
      <Problem role="status">{problem?.problem}</Problem>
      <PlainList>
        {value?.teachers.map((teacher) => (
          <Row as="li" key={teacher.id} data-teacher={teacher.id}>
            <strong>{teacher.name}</strong>
            <span>since {dayText(teacher.created)}</span>
            <ConfirmButton
              label={`Take the link of ${teacher.name} back`}
              says="It opens nothing any more, and browsers that it opened are out at once."
              yes="Take it back"
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
