"use client";
// A learner's classes: joins one, shows the assignments of each, hands in.
import Link from "next/link";
import { type ComponentProps, useEffect, useId, useRef, useState } from "react";
import { ClassSection } from "@/components/class/class-section";
import {
  type JoinedClass,
  keepJoined,
  useIsKept,
  useJoinedClasses,
} from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { TextField } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useHydrated } from "@/components/kit/use-hydrated";
import { joinClass, newKey } from "@/content/class/class-api";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";
import styles from "./join-page.module.css";
import { JoinedSection } from "./joined-section";
import { OutboxList } from "./outbox-list";
import { OwnCode } from "./own-code";

/** All of the page but its heading. */
export function JoinPage() {
  const classes = useJoinedClasses();
  const isKept = useIsKept();
  const hydrated = useHydrated();
  return (
    <Stack>
      {!isKept && (
        <Problem>
          This browser keeps nothing for the site: it will have forgotten the class when
          you close this page.
          {classes.length > 0 &&
            " What you have handed in stays with it: come back with your own code, or by your LMS."}
        </Problem>
      )}
      <OutboxList />
      {classes.map((joined) => (
        <JoinedSection key={joined.classId + joined.learner} joined={joined} />
      ))}
      <Stack className={styles.below} data-placed={hydrated}>
        <JoinForm title={classes.length > 0 ? "Join another class" : "Join a class"} />
        <p>
          <Link href="/about/privacy#class">What is kept, and who sees it</Link>. Do you
          teach? <Link href="/class">Open a class</Link>.
        </p>
      </Stack>
    </Stack>
  );
}

/** Longer than a class's, a code is one learner's own. */
const isOwnCode = (code: string) => code.replace(/[^A-Za-z0-9]/g, "").length > 8;

/** The code in the page's address; one of a learner's own leaves the address at once. */
function codeInAddress(): string {
  const { search, hash, pathname } = window.location;
  const linked = new URLSearchParams(search).get("code") ?? hash.slice(1);
  if (isOwnCode(linked)) window.history.replaceState(null, "", pathname);
  return linked.slice(0, 40);
}

/** Joins a class with its code and a name, or with the learner's own code alone. */
export function JoinForm({ title }: { title: string }) {
  const why = useId();
  const [code, setCode] = useState("");
  const [typed, setTyped] = useState("");
  const [joining, setJoining] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState("");
  const [own, setOwn] = useState<ComponentProps<typeof OwnCode> | null>(null);
  /** The joining that may have been done although no answer came. */
  const tried = useRef({ of: "", key: "" });
  const isOwn = isOwnCode(code);

  useEffect(() => {
    function readAddress() {
      const linked = codeInAddress();
      if (linked) setCode(linked);
    }
    readAddress();
    // A link with a code that is followed from this very page changes the fragment alone.
    window.addEventListener("hashchange", readAddress);
    return () => window.removeEventListener("hashchange", readAddress);
  }, []);

  async function join() {
    if (joining) return;
    setNews("");
    setOwn(null);
    if (code.trim() === "") return setProblem("Type the code first.");
    const name = isOwn ? "" : learnerName(typed);
    if (name === null) return setProblem(`Your name must be ${nameAllowed}.`);
    setProblem(null);
    setJoining(true);
    const of = `${code} ${name}`;
    if (tried.current.of !== of) tried.current = { of, key: newKey() };
    const { key } = tried.current;
    const answer = await joinClass({ code, key, ...(!isOwn && { name }) });
    setJoining(false);
    if (!answer.ok) return setProblem(answer.problem);
    tried.current = { of: "", key: "" };
    const { code: made, ...joined } = answer.value;
    keepJoined({ ...joined, assignments: [] });
    if (made !== null) setOwn({ code: made, className: joined.className });
    setTyped("");
    setCode("");
    window.history.replaceState(null, "", window.location.pathname);
    setNews(joinedText(answer.value));
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
          label="The class’s code, or your own"
          value={code}
          maxLength={40}
          autoCapitalize="characters"
          spellCheck={false}
          onChange={({ target }) => setCode(target.value)}
        />
        {!isOwn && (
          <TextField
            label="Your name"
            value={typed}
            maxLength={240}
            autoComplete="name"
            aria-describedby={why}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
        <Button type="submit" look="primary" inactive={joining}>
          Join
        </Button>
      </Row>
      <Problem role="alert">{problem}</Problem>
      <Status>{news}</Status>
      {own && <OwnCode {...own} />}
      <Small id={why}>
        {isOwn
          ? "This is a code of one learner’s own: it knows the name, and brings back all that was handed in."
          : "The name is all that the class learns of you: your teacher sees it, and it stands on your receipts. If your teacher gave you a code of your own, it is all you need, here and on any other device."}
      </Small>
    </ClassSection>
  );
}

const joinedText = ({ className, name, waiting }: Omit<JoinedClass, "assignments">) =>
  waiting
    ? `You have asked to join ${className} as ${name}.`
    : `You have joined ${className} as ${name}.`;
