"use client";
// Does this network with this batch fit the memory of a GPU?
import { useState } from "react";
import lab from "../lab.module.css";
import type { ViewProps } from "../training/use-lab";
import { Choice } from "./choice";
import styles from "./dsvm.module.css";
import { FittingSizes } from "./fitting-sizes";
import { LargerNetwork } from "./larger-network";
import {
  firstTyped,
  loadOfRun,
  loadOfTyped,
  type PrecisionName,
  precisions,
} from "./load";
import { MemoryTable } from "./memory-table";
import { MemoryVerdict } from "./memory-verdict";
import { firstSize, SizeSelect, sizeNamed } from "./size-select";
import { SourceNote } from "./source-note";

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
