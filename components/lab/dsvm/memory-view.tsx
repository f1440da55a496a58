"use client";
import { useState } from "react";
import { Choice } from "@/components/kit/choice";
import { TextField } from "@/components/kit/field";
import { Small, Stack } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { optimizers } from "@/labs/network/optimizer";
import { countFrom } from "@/labs/notebook/gpu-memory";
import styles from "./dsvm.module.css";
import {
  firstTyped,
  loadOfRun,
  loadOfTyped,
  type PrecisionName,
  precisions,
  type TypedNetwork,
  typedLabels,
} from "./memory-load";
import { FittingSizes, MemoryTable, MemoryVerdict } from "./memory-need";
import { firstSize, SizeSelect, sizeNamed } from "./size-select";
import { SourceNote } from "./source-note";

const subjects = { run: "That of this run", larger: "A larger one: what if …" } as const;

/** Does this network with this batch fit the memory of a GPU? */
export function MemoryView({ side }: ViewProps) {
  const [subject, setSubject] = useState<keyof typeof subjects>("run");
  const [typed, setTyped] = useState(firstTyped);
  const [sizeName, setSizeName] = useState(firstSize);
  const [precision, setPrecision] = useState<PrecisionName>("single");
  const { bytes } = precisions[precision];
  const size = sizeNamed(sizeName);
  const load = subject === "run" ? loadOfRun(side, bytes) : loadOfTyped(typed, bytes);
  return (
    <Stack role="group" aria-label="Memory of the GPU">
      <h3>Does it fit the GPU?</h3>
      <div className={styles.fields}>
        <Choice label="Network" value={subject} named={subjects} onChoose={setSubject} />
        <SizeSelect value={sizeName} retired={false} onChange={setSizeName} />
        <Choice
          label="Numbers"
          value={precision}
          named={precisions}
          onChoose={setPrecision}
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
        <Problem>Type a whole number in each field to see what it needs.</Problem>
      )}
      <Small>
        An estimate: a library may keep more or less of each layer. What PyTorch and CUDA
        take depends on versions and GPU; one reader saw 781 MB before the first number.{" "}
        <SourceNote name="pytorch-idle-memory" /> The GPU’s own memory:{" "}
        <SourceNote name={size.source} />
      </Small>
    </Stack>
  );
}

const counts = ["weights", "outputs", "batch", "width"] as const;

const problemOf = (text: string) =>
  countFrom(text) === null
    ? "Type a whole number from 1 to 10¹³, as in 25,000, 100 million or 7e9."
    : null;

type LargerNetworkProps = { typed: TypedNetwork; onChange(typed: TypedNetwork): void };

/** The counts of a network that is larger than any lab's. */
function LargerNetwork({ typed, onChange }: LargerNetworkProps) {
  return (
    <>
      {counts.map((name) => (
        <TextField
          key={name}
          label={typedLabels[name]}
          value={typed[name]}
          problem={problemOf(typed[name])}
          maxLength={40}
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ target }) => onChange({ ...typed, [name]: target.value })}
        />
      ))}
      <Choice
        label="Optimizer of it"
        value={typed.optimizer}
        named={optimizers}
        onChoose={(optimizer) => onChange({ ...typed, optimizer })}
      />
    </>
  );
}
