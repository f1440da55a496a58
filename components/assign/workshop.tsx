"use client";
// Where an assignment is made: each part of it, from the lab to the link.
import { type ReactNode, useId, useMemo } from "react";
import { type LabId, labs } from "@/labs/catalog/labs";
import { formatRun } from "@/labs/link";
import { isUsed } from "@/labs/settled";
import { ArrangedLab } from "./arranged-lab";
import styles from "./assign.module.css";
import { DueForm } from "./due-form";
import { GoalsForm } from "./goals-form";
import { OpeningBar } from "./opening-bar";
import { PreviewPanel } from "./preview-panel";
import type { LessonQuestions } from "./question-goals";
import { SettingLocks } from "./setting-locks";
import { SharePanel } from "./share-panel";
import { TryPanel } from "./try-panel";
import { useDraft } from "./use-draft";
import { tooLong, warningsOf } from "./warnings";
import { WordsForm } from "./words-form";

function Step({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.step} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** The whole of /assign, in the browser. */
export function Workshop({ lessons }: { lessons: readonly LessonQuestions[] }) {
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
      <Step title="1. Arrange the lab">
        <p>Whatever you set, place or type in it is where learners start.</p>
        <ArrangedLab
          lab={draft.lab}
          start={draft.run}
          {...{ opening }}
          onLab={chooseLab}
          onRun={setRun}
        />
      </Step>
      <Step title="2. Lock what must not change">
        <SettingLocks draft={draft} onLock={(lock) => change({ lock })} />
      </Step>
      <Step title="3. Say what to do">
        <WordsForm draft={draft} onChange={change} />
        <h3>Due</h3>
        <DueForm key={opening} due={draft.due} onChange={(due) => change({ due })} />
      </Step>
      <Step title="4. Set goals">
        <GoalsForm {...{ draft, lessons }} onGoals={(goals) => change({ goals })} />
      </Step>
      <Step title="5. Try it">
        {asked ? (
          <TryPanel
            key={`${draft.lab.id} ${formatRun(draft.run, draft.lab.start)}`}
            assignment={asked}
          />
        ) : (
          none
        )}
      </Step>
      <Step title="6. See it as a learner">
        {read ? <PreviewPanel link={read.link} /> : none}
      </Step>
      <Step title="7. Send it">
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
