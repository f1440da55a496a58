"use client";
import { useState } from "react";
import { Choice } from "@/components/kit/choice";
import { TextField } from "@/components/kit/field";
import { PlainList, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import type { ViewProps } from "@/components/lab/training/use-lab";
import {
  type CommandStep,
  commandsFor,
  regionProblem,
  shellText,
  type TaskId,
  tasks,
  userProblem,
} from "@/content/dsvm/dsvm-commands";
import {
  type Edition,
  type EditionId,
  editions,
  type Pitfall,
  pitfallsOf,
} from "@/content/dsvm/dsvm-editions";
import { CodeLines } from "./code-lines";
import styles from "./dsvm.module.css";
import { firstSize, SizeSelect, sizeNamed } from "./size-select";
import { SourceNote } from "./source-note";

const today = () => new Date().toISOString().slice(0, 10);

/** From nothing to a DSVM and back: the commands for the reader's choice. */
export function CommandsView(_: ViewProps) {
  const [editionId, setEdition] = useState<EditionId>("ubuntu-2204");
  const [sizeName, setSize] = useState(firstSize);
  const [task, setTask] = useState<TaskId>("notebook");
  const [region, setRegion] = useState("westeurope");
  const [user, setUser] = useState("learner");
  const edition = editions[editionId];
  const size = sizeNamed(sizeName);
  const pitfalls = pitfallsOf(edition, size, today());
  const stopped = pitfalls.some(({ stops }) => stops);
  const wrong = regionProblem(region) ?? userProblem(user);
  const typing = { maxLength: 40, autoCapitalize: "none", spellCheck: false };
  return (
    <Stack role="group" aria-label="Commands for a DSVM">
      <h3>Get the machine</h3>
      <div className={styles.fields}>
        <Choice
          label="Edition"
          value={editionId}
          named={editions}
          onChoose={setEdition}
        />
        <SizeSelect value={sizeName} retired onChange={setSize} />
        <Choice label="Task" value={task} named={tasks} onChoose={setTask} />
        <TextField
          {...typing}
          label="Region"
          value={region}
          problem={regionProblem(region)}
          onChange={({ target }) => setRegion(target.value)}
        />
        <TextField
          {...typing}
          label="User name"
          value={user}
          problem={userProblem(user)}
          onChange={({ target }) => setUser(target.value)}
        />
      </div>
      <PitfallList edition={edition} pitfalls={pitfalls} />
      <Status>
        {stopped && "There are no commands for this choice: it cannot start."}
      </Status>
      {!stopped && wrong && <Problem>{wrong}</Problem>}
      {!stopped && !wrong && (
        <CommandSteps steps={commandsFor(edition, size, task, { region, user })} />
      )}
    </Stack>
  );
}

type PitfallListProps = { edition: Edition; pitfalls: readonly Pitfall[] };

/** The pitfalls of a choice, those that stop it first, then the edition's remarks. */
function PitfallList({ edition, pitfalls }: PitfallListProps) {
  const sorted = pitfalls.toSorted(
    (one, other) => Number(other.stops) - Number(one.stops),
  );
  return (
    <PlainList className={styles.pitfalls} aria-label="Pitfalls of this choice">
      {sorted.map(({ says, stops, source }) => (
        <li key={says} data-stops={stops || undefined}>
          {stops && <b>It cannot start. </b>}
          {says} <SourceNote name={source} />
        </li>
      ))}
      {edition.remarks.map(({ says, source }) => (
        <li key={says}>
          {says} <SourceNote name={source} />
        </li>
      ))}
    </PlainList>
  );
}

/** The commands step by step, each with a note on the things to look at. */
function CommandSteps({ steps }: { steps: readonly CommandStep[] }) {
  return (
    <>
      <ol className={styles.steps} aria-label="Steps">
        {steps.map(({ title, says, lines, source }) => (
          <li key={title}>
            <h4>{title}</h4>
            <p>{says}</p>
            <CodeLines label={title} text={lines.join("\n")}>
              {source && <SourceNote name={source} />}
            </CodeLines>
          </li>
        ))}
      </ol>
      <CodeLines
        label="the commands"
        button="Copy all steps"
        text={shellText(steps)}
        shown={false}
      >
        <span>Paste them into a file to keep: the last step deletes everything.</span>
      </CodeLines>
      <Small>
        For bash and the Azure CLI on your own computer: a tunnel or a copied file ends
        where the command runs, and Azure’s Cloud Shell is not where your browser is. The
        options were checked against Azure CLI 2.45.0, an old one, on 23 November 2026,
        without an account; nothing here was bought. If yours refuses one, ask it with
        --help. What a machine costs, Azure’s own calculator knows.
      </Small>
    </>
  );
}
