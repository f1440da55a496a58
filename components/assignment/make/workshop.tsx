"use client";
import { type ReactNode, useId, useMemo } from "react";
import { useHydrated } from "@/components/kit/use-hydrated";
import { type LabId, labs } from "@/labs/catalog/labs";
import { formatRun } from "@/labs/link";
import { isUsed } from "@/labs/settled";
import { ArrangedLab } from "./arranged-lab";
import styles from "./assign.module.css";
import { DueForm } from "./due-form";
import { GoalsForm } from "./goals-form";
import { GradedForm } from "./graded-form";
import { OpeningBar } from "./opening-bar";
import { PreviewPanel } from "./preview-panel";
import type { LessonQuestions } from "./question-choice";
import { SettingLocks } from "./setting-locks";
import { SharePanel } from "./share-panel";
import { TryPanel } from "./try-panel";
import { useDraft } from "./use-draft";
import { tooLong, warningsOf } from "./warnings";
import { WordsForm } from "./words-form";

// The page is one for all assignments: only the browser knows which.

/** Makes an assignment out of any lab, as a link. */
export function AssignmentMaker({ lessons }: { lessons: readonly LessonQuestions[] }) {
  return useHydrated() ? (
    <Workshop lessons={lessons} />
  ) : (
    <p className={styles.small}>The workshop opens. It needs JavaScript.</p>
  );
}

// Where an assignment is made: each part of it, from the lab to the link.

/** The whole of /assign, in the browser. */
function Workshop({ lessons }: { lessons: readonly LessonQuestions[] }) {
  const making = useDraft();
  const { draft, read, opening, change, setRun, open } = making;
  const questions = useMemo(
    () => new Set(lessons.flatMap(({ questions }) => questions.map(({ id }) => id))),
    [lessons],
  );
  const asked = read?.assignment ?? null;
  const address = read ? new URL(read.link, window.location.href).href : "";

  function chooseLab(id: LabId) {
    const lab = labs[id];
    const lock = draft.lock.filter((setting) => isUsed(lab.start, setting));
    open({ draft: { ...draft, lab, run: lab.start, lock }, refused: [] });
  }
  const none = <p className={styles.wrong}>{tooLong}</p>;

  return (
    <>
      <OpeningBar {...making} />
      <StepList />
      <Step name="arrange">
        <p>Whatever you set, place or type in it is where learners start.</p>
        <ArrangedLab
          lab={draft.lab}
          start={draft.run}
          {...{ opening }}
          onLab={chooseLab}
          onRun={setRun}
        />
      </Step>
      <Step name="lock">
        <SettingLocks draft={draft} onLock={(lock) => change({ lock })} />
      </Step>
      <Step name="say">
        <WordsForm draft={draft} onChange={change} />
        <h3>Due</h3>
        <DueForm key={opening} due={draft.due} onChange={(due) => change({ due })} />
      </Step>
      <Step name="goals">
        <GoalsForm {...{ draft, lessons }} onGoals={(goals) => change({ goals })} />
      </Step>
      <Step name="graded">
        <GradedForm key={opening} {...{ draft, lessons }} onChange={change} />
      </Step>
      <Step name="try">
        {asked ? (
          <TryPanel
            key={`${draft.lab.id} ${formatRun(draft.run, draft.lab.start)}`}
            assignment={asked}
          />
        ) : (
          none
        )}
      </Step>
      <Step name="see">{read ? <PreviewPanel link={read.link} /> : none}</Step>
      <Step name="send">
        {read && asked ? (
          <SharePanel
            assignment={asked}
            link={read.link}
            address={address}
            warnings={warningsOf(read, address, questions)}
          />
        ) : (
          none
        )}
      </Step>
    </>
  );
}

// The steps of making an assignment, in order.

/** Each step: its heading, under its place in the address. */
const steps = {
  arrange: "1. Arrange the lab",
  lock: "2. Lock what must not change",
  say: "3. Say what to do",
  goals: "4. Set goals",
  graded: "5. Ask graded questions",
  try: "6. Try it",
  see: "7. See it as a learner",
  send: "8. Send it",
} as const;

type StepName = keyof typeof steps;

const stepNames = Object.keys(steps) as readonly StepName[];

/** The steps at a glance: the lab alone is several screens long. */
const StepList = () => (
  <nav className={styles.steps} aria-label="Steps">
    <p>Only the first and the last step are needed; the others are yours to choose.</p>
    <ol>
      {stepNames.map((name) => (
        <li key={name}>
          <a href={`#${name}`}>{steps[name]}</a>
        </li>
      ))}
    </ol>
  </nav>
);

/** One step under its heading. */
function Step({ name, children }: { name: StepName; children: ReactNode }) {
  const id = useId();
  return (
    <section id={name} className={styles.step} aria-labelledby={id}>
      <h2 id={id}>{steps[name]}</h2>
      {children}
    </section>
  );
}
