"use client";
import { useState } from "react";
import {
  commandsFor,
  regionProblem,
  type TaskId,
  tasks,
  userProblem,
} from "@/content/dsvm/dsvm-commands";
import { type EditionId, editions, pitfallsOf } from "@/content/dsvm/dsvm-editions";
// From nothing to a DSVM and back: the commands for the reader's choice.
import lab from "../lab.module.css";
import type { ViewProps } from "../training/use-lab";
import { Choice } from "./choice";
import { CommandSteps } from "./command-steps";
import styles from "./dsvm.module.css";
import { PitfallList } from "./pitfall-list";
import { firstSize, SizeSelect, sizeNamed } from "./size-select";
import { TypedText } from "./typed-text";

const today = () => new Date().toISOString().slice(0, 10);

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
  return (
    <div role="group" className={styles.view} aria-label="Commands for a DSVM">
      <h3>Get the machine</h3>
      <div className={styles.fields}>
        <Choice
          label="Edition"
          value={editionId}
          named={editions}
          onChange={setEdition}
        />
        <SizeSelect value={sizeName} retired onChange={setSize} />
        <Choice label="Task" value={task} named={tasks} onChange={setTask} />
        <TypedText
          label="Region"
          text={region}
          problem={regionProblem(region)}
          onChange={setRegion}
        />
        <TypedText
          label="User name"
          text={user}
          problem={userProblem(user)}
          onChange={setUser}
        />
      </div>
      <PitfallList edition={edition} pitfalls={pitfalls} />
      <p role="status">
        {stopped && "There are no commands for this choice: it cannot start."}
      </p>
      {!stopped && wrong && <p className={lab.fault}>{wrong}</p>}
      {!stopped && !wrong && (
        <CommandSteps steps={commandsFor(edition, size, task, { region, user })} />
      )}
    </div>
  );
}
