"use client";
import { useState } from "react";
import lab from "@/components/lab/lab.module.css";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { countFrom } from "@/labs/notebook/memory";
import { optimizers } from "@/labs/optimizer";
import { Choice } from "./choice";
import styles from "./dsvm.module.css";
import {
  firstTyped,
  loadOfRun,
  loadOfTyped,
  type PrecisionName,
  precisions,
  type Typed,
  typedLabels,
} from "./memory-load";
import { FittingSizes, MemoryTable, MemoryVerdict } from "./memory-need";
import { firstSize, SizeSelect, sizeNamed } from "./size-select";
import { SourceNote } from "./source-note";
import { TypedText } from "./typed-text";

// Does this network with this batch fit the memory of a GPU?

const subjects = {
  run: { label: "That of this run" },
  larger: { label: "A larger one: what if …" },
} as const;

export function MemoryView({ side }: ViewProps) {
  const [subject, setSubject] = useState<keyof typeof subjects>("run");
  const [typed, setTyped] = useState(firstTyped);
  const [sizeName, setSizeName] = useState(firstSize);
  const [precision, setPrecision] = useState<PrecisionName>("single");
  const { bytes } = precisions[precision];
  const size = sizeNamed(sizeName);
  const load = subject === "run" ? loadOfRun(side, bytes) : loadOfTyped(typed, bytes);
  return (
    <div role="group" className={styles.view} aria-label="Memory of the GPU">
      <h3>Does it fit the GPU?</h3>
      <div className={styles.fields}>
        <Choice label="Network" value={subject} named={subjects} onChange={setSubject} />
        <SizeSelect value={sizeName} retired={false} onChange={setSizeName} />
        <Choice
          label="Numbers"
          value={precision}
          named={precisions}
          onChange={setPrecision}
        />
        {subject === "larger" && <LargerNetwork typed={typed} onChange={setTyped} />}
      </div>
      {load ? (
        <>
          <MemoryVerdict load={load} size={size} />
          <MemoryTable load={load} />
          <FittingSizes load={load} />
        </>
      ) : (
        <p className={lab.fault}>
          Type a whole number in each field to see what it needs.
        </p>
      )}
      <p className={lab.small}>
        An estimate: a library may keep more or less of each layer. What PyTorch and CUDA
        take depends on versions and GPU; one reader saw 781 MB before the first number.{" "}
        <SourceNote name="pytorch-idle-memory" /> The GPU’s own memory:{" "}
        <SourceNote name={size.source} />
      </p>
    </div>
  );
}

const counts = ["weights", "outputs", "batch", "width"] as const;

const problem = (text: string) =>
  countFrom(text) === null
    ? "Type a whole number from 1 to 10¹³, as in 25,000, 100 million or 7e9."
    : null;

type Props = { typed: Typed; onChange(typed: Typed): void };

/** The counts of a network that is larger than any lab's. */
function LargerNetwork({ typed, onChange }: Props) {
  return (
    <>
      {counts.map((name) => (
        <TypedText
          key={name}
          label={typedLabels[name]}
          text={typed[name]}
          problem={problem(typed[name])}
          onChange={(text) => onChange({ ...typed, [name]: text })}
        />
      ))}
      <Choice
        label="Optimizer of it"
        value={typed.optimizer}
        named={optimizers}
        onChange={(optimizer) => onChange({ ...typed, optimizer })}
      />
    </>
  );
}
