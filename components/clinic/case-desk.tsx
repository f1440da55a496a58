"use client";
// All that a reader does with a case: name what is wrong, take a hint, cure it in the lab.
import { lazy, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Small } from "@/components/kit/layout";
import { Lab } from "@/components/lab/lab";
import { Unloaded } from "@/components/lab/unloaded";
import { QuestionCard } from "@/components/quiz/question-card";
import { assignmentOf, type Case } from "@/content/clinic/case";
import type { Question } from "@/content/quiz/question";
import styles from "./clinic.module.css";
import { OpenCase, useCase } from "./open-case";

const CaseBench = lazy(async () => {
  const loaded = await import("./case-bench").catch(() => null);
  return { default: loaded?.CaseBench ?? Unloaded };
});

type Props = {
  one: Case;
  /** What is wrong with it, asked. */
  diagnosis: Question;
};

/** The diagnosis, the hints and the cure of a case. */
export function CaseDesk({ one, diagnosis }: Props) {
  const assignment = useMemo(() => assignmentOf(one), [one]);
  return (
    <OpenCase value={one}>
      <h2 id="diagnosis">Diagnose</h2>
      <QuestionCard question={diagnosis} place="Diagnosis" />
      <Hints one={one} />
      <h2 id="cure">Cure</h2>
      <Lab id={one.lab} asks={assignment} assigned={CaseBench} />
    </OpenCase>
  );
}

/** The hints of a case, one at a time, once a first try has failed. */
function Hints({ one }: { one: Case }) {
  const { tried } = useCase(one);
  const [shown, setShown] = useState(0);
  const newest = useRef<HTMLLIElement>(null);
  const { hints } = one;
  // Its button may be gone: the newest hint takes the focus.
  useEffect(() => {
    if (shown > 0) newest.current?.focus();
  }, [shown]);
  return (
    <section id="hints" className={styles.hints} aria-label="Hints" tabIndex={-1}>
      {!tried && (
        <Small>Hints come after your first try, be it a diagnosis or a cure.</Small>
      )}
      {tried && (
        <PlainList>
          {hints.slice(0, shown).map((hint, at) => (
            <li key={hint} tabIndex={-1} ref={at === shown - 1 ? newest : null}>
              <b>Hint {at + 1}:</b> {hint}
            </li>
          ))}
        </PlainList>
      )}
      {tried && shown < hints.length && (
        <Button onClick={() => setShown(shown + 1)}>
          Hint {shown + 1} of {hints.length}
        </Button>
      )}
    </section>
  );
}
