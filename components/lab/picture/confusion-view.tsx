"use client";
import { useId, useMemo, useState } from "react";
import { confusionOf, mistakesOf } from "@/labs/confusion";
import { datasets, kindOf } from "@/labs/dataset";
import { type ClassAnswers, useClassAnswers } from "../training/class-answers";
import type { ViewProps } from "../training/use-lab";
import { CellExamples } from "./cell-examples";
import { type Cell, ConfusionTable } from "./confusion-table";
import { confusionInWords } from "./confusion-words";
import styles from "./picture.module.css";

/** How often each class was named for each, on the test examples. */
export function ConfusionView({ side }: ViewProps) {
  if (kindOf(side.run) === "number") {
    return (
      <p className={styles.note}>Choose data with classes to see which are confused.</p>
    );
  }
  // What was chosen among other classes is gone.
  return <Matrix key={datasets[side.run.data].label} side={side} />;
}

function Matrix({ side }: Pick<ViewProps, "side">) {
  const id = useId();
  const answers: ClassAnswers = useClassAnswers(side);
  const { names, truths, named } = answers;
  const confusion = useMemo(
    () => confusionOf(truths, named, names.length),
    [truths, named, names],
  );
  const [chosen, setChosen] = useState<Cell | null>(null);
  const worst = mistakesOf(confusion)[0];
  const shown = chosen ?? worst ?? { truth: 0, named: 0 };
  return (
    <div role="group" className={styles.view} aria-labelledby={id}>
      <p id={id} className={styles.title}>
        What it takes for what
      </p>
      <p>{confusionInWords(answers, confusion)}</p>
      <div className={styles.matrixPanes}>
        <ConfusionTable
          names={names}
          confusion={confusion}
          chosen={shown}
          onChoose={setChosen}
        />
        <CellExamples answers={answers} cell={shown} />
      </div>
    </div>
  );
}
