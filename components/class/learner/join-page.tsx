"use client";
// A learner's classes: joins one, shows the assignments of each, hands in.
import Link from "next/link";
import { useEffect, useId, useState } from "react";
import { ClassSection } from "@/components/class/class-section";
import {
  keepJoined,
  useIsKept,
  useJoinedClasses,
} from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { TextField } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { joinClass } from "@/content/class/class-api";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";
import styles from "./join-page.module.css";
import { JoinedSection } from "./joined-section";
import { OutboxList } from "./outbox-list";

/** All of the page but its heading. */
export function JoinPage() {
  const classes = useJoinedClasses();
  const isKept = useIsKept();
  return (
    <Stack>
      {!isKept && (
        <Problem>
          This browser keeps nothing for the site: it will have forgotten the class when
          you close this page.
        </Problem>
      )}
      <OutboxList />
      {classes.map((joined) => (
        <JoinedSection key={joined.classId + joined.learner} joined={joined} />
      ))}
      <JoinForm title={classes.length > 0 ? "Join another class" : "Join a class"} />
      <p>
        <Link href="/class/privacy">What is kept, and who sees it</Link>. Do you teach?{" "}
        <Link href="/class">Open a class</Link>.
      </p>
    </Stack>
  );
}

/** Joins a class with its code and a name. */
function JoinForm({ title }: { title: string }) {
  const why = useId();
  const [code, setCode] = useState("");
  const [typed, setTyped] = useState("");
  const [joining, setJoining] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState("");

  useEffect(() => {
    const linked = new URLSearchParams(window.location.search).get("code");
    if (linked) setCode(linked.slice(0, 40));
  }, []);

  async function join() {
    if (joining) return;
    setNews("");
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
    setNews(`You have joined ${answer.value.className} as ${answer.value.name}.`);
  }

  return (
    <ClassSection
      as="form"
      title={title}
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <Row className={styles.fields}>
        <TextField
          label="The class’s code"
          value={code}
          maxLength={40}
          autoCapitalize="characters"
          spellCheck={false}
          onChange={({ target }) => setCode(target.value)}
        />
        <TextField
          label="Your name"
          value={typed}
          maxLength={240}
          autoComplete="name"
          aria-describedby={why}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" look="primary" inactive={joining}>
          Join
        </Button>
      </Row>
      <Problem role="alert">{problem}</Problem>
      <Status>{news}</Status>
      <Small id={why}>
        The name is all that the class learns of you: your teacher sees it, it decides
        your data and your starting weights, and it stands on your receipts.
      </Small>
    </ClassSection>
  );
}
