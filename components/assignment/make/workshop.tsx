"use client";
import { memo, type ReactNode, useId, useMemo, useState } from "react";
import { Button } from "@/components/kit/button";
import { Field } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useHydrated } from "@/components/kit/use-hydrated";
import { Lab } from "@/components/lab/lab";
import { siteAddress, sitePath } from "@/content/site-path";
import type { Lab as LabData } from "@/labs/catalog/lab";
import { isLabId, type LabId, labs } from "@/labs/catalog/labs";
import { formatRun } from "@/labs/run/link";
import { isUsed, type Run } from "@/labs/run/run";
import type { TaughtClass } from "./add-to-class";
import { GoalsForm } from "./goals-form";
import { GradedForm } from "./graded-form";
import { OpeningBar } from "./opening-bar";
import { PlaceBar, PlacePanel, type Placing } from "./place-panel";
import type { LessonQuestions } from "./question-choice";
import { SendBar } from "./send-bar";
import { SettingLocks } from "./setting-locks";
import { SharePanel } from "./share-panel";
import { TryPanel } from "./try-panel";
import { useDraft, withLocksAfter } from "./use-draft";
import { tooLong, warningsOf } from "./warnings";
import { DueForm, WordsForm } from "./words-form";
import styles from "./workshop.module.css";

// The whole of /assign, and the way into this room: an assignment in the making
// (`use-draft`), and a step for each part of it, from the lab to the link.

type Props = {
  /** The questions of the course, which an assignment can ask. */
  lessons: readonly LessonQuestions[];
  /** The classes of this browser's teacher, the latest first. */
  taught: readonly TaughtClass[];
  /** Where an LMS waits for the assignment, instead of a link to send: its last step. */
  placing?: Placing;
};

/** Makes an assignment out of any lab, as a link. Only the browser knows which one. */
export const Workshop = (props: Props) =>
  useHydrated() ? (
    <Steps {...props} />
  ) : (
    <Small className={styles.waiting}>The workshop opens. It needs JavaScript.</Small>
  );

function Steps({ lessons, taught, placing }: Props) {
  const making = useDraft();
  const { draft, read, opening, change, setRun, open } = making;
  const questions = useMemo(
    () => new Set(lessons.flatMap(({ questions }) => questions.map(({ id }) => id))),
    [lessons],
  );
  const asked = read?.assignment ?? null;
  const address = read ? siteAddress(read.link) : "";
  const warnings = read ? warningsOf(read, address, questions, !placing) : [];

  function chooseLab(id: LabId) {
    const lab = labs[id];
    const lock = draft.lock.filter((setting) => isUsed(lab.start, setting));
    const next = { ...draft, lab, run: lab.start, lock };
    open({ draft: withLocksAfter(draft, next), refused: [] });
  }
  const none = <Problem>{tooLong}</Problem>;
  const titles = placing ? { ...steps, send: "8. Place it in your course" } : steps;

  return (
    <>
      <OpeningBar {...making} />
      <StepList {...{ titles }} />
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
        <GoalsForm {...{ draft, lessons }} onChange={change} />
      </Step>
      <Step name="graded">
        <GradedForm key={opening} {...{ draft, lessons, taught }} onChange={change} />
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
      <Step name="send" title={titles.send}>
        {!read || !asked ? (
          none
        ) : placing ? (
          <PlacePanel assignment={asked} {...{ warnings }} />
        ) : (
          <SharePanel
            assignment={asked}
            link={read.link}
            {...{ address, warnings, taught }}
          />
        )}
      </Step>
      {placing ? (
        <PlaceBar link={asked && (read?.link ?? null)} {...{ placing }} />
      ) : (
        <SendBar
          link={asked && (read?.link ?? null)}
          {...{ address }}
          warnings={warnings.length}
        />
      )}
    </>
  );
}

/** The heading of each step, under its place in the address. */
const steps = {
  arrange: "1. Arrange the lab",
  lock: "2. Lock what must not change",
  say: "3. Say what to do",
  goals: "4. Set goals",
  graded: "5. Ask graded questions",
  try: "6. Try it",
  see: "7. See it as a learner",
  send: "8. Send it",
};

type Titles = typeof steps;

/** The steps at a glance: the lab alone is several screens long. */
const StepList = ({ titles }: { titles: Titles }) => (
  <Stack as="nav" className={styles.steps} aria-label="Steps">
    <p>Only the first and the last step are needed; the others are yours to choose.</p>
    <Row as="ol">
      {Object.entries(titles).map(([name, title]) => (
        <li key={name}>
          <a href={`#${name}`}>{title}</a>
        </li>
      ))}
    </Row>
  </Stack>
);

type StepProps = { name: keyof Titles; title?: string; children: ReactNode };

function Step({ name, title = steps[name], children }: StepProps) {
  const id = useId();
  return (
    <Stack as="section" id={name} className={styles.step} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </Stack>
  );
}

/** Typing into the rest of the page is nothing to the lab. */
const LiveLab = memo(
  Lab,
  (before, now) => before.id === now.id && before.onRun === now.onRun,
);

type ArrangedProps = {
  lab: LabData;
  /** Where the lab opens. */
  start: Run;
  /** Another number opens the lab anew. */
  opening: number;
  onLab(id: LabId): void;
  /** The same function at every render. */
  onRun(run: Run): void;
};

/** A choice of labs, and the lab itself: learners start from its settings. */
function ArrangedLab({ lab, start, opening, onLab, onRun }: ArrangedProps) {
  if (!isLabId(lab.id)) return null;
  return (
    <>
      <Field label="Lab">
        {(control) => (
          <select
            {...control}
            value={lab.id}
            onChange={({ target }) => isLabId(target.value) && onLab(target.value)}
          >
            {Object.values(labs).map(({ id, title, question }) => (
              <option key={id} value={id}>
                {title}: {question}
              </option>
            ))}
          </select>
        )}
      </Field>
      <LiveLab key={opening} id={lab.id} start={start} onRun={onRun} />
    </>
  );
}

/** The assignment as a learner opens it: in this page, or in a new one. */
function PreviewPanel({ link }: { link: string }) {
  /** The link in the frame; null while it is folded away. */
  const [shown, setShown] = useState<string | null>(null);
  const stale = shown !== null && shown !== link;
  return (
    <>
      <Row>
        <Button onClick={() => setShown(shown === null ? link : null)}>
          {shown === null ? "Show the preview here" : "Fold the preview away"}
        </Button>
        {shown !== null && (
          <Button inactive={!stale} onClick={() => setShown(link)}>
            Renew the preview
          </Button>
        )}
        <a href={sitePath(link)} target="_blank" rel="noopener">
          Open it as a learner, in a new tab
        </a>
        <Status>{stale && "The assignment has changed since."}</Status>
      </Row>
      {shown !== null && (
        <iframe
          key={shown}
          className={styles.frame}
          src={sitePath(`/embed${shown}`)}
          title="The assignment as a learner sees it"
        />
      )}
    </>
  );
}
