"use client";
import { useState } from "react";
import type { LabState } from "@/components/lab/lab-state";
import { formatRun } from "@/labs/link";
import styles from "./assignment.module.css";
import type { KeptWork } from "./kept-work";
import { useIsKept } from "./work-store";

/** What was left unfinished here, and whether this browser keeps anything at all. */
export function KeptNote({ state, work }: { state: LabState; work: KeptWork | null }) {
  const isKept = useIsKept();
  const { run, status, assigned } = state;
  const [opened] = useState({ run, work });
  const before = opened.work;
  const untouched = run === opened.run && status === "idle";
  const own = before !== null && before.name === assigned?.name;
  const same = own && before.query === formatRun(opened.run, assigned.start);
  const changed = same && before.query !== "";
  return (
    <>
      {untouched && changed && <p>Your settings are as you left them.</p>}
      {untouched && same && before.pass > 0 && (
        <p>
          You had got to pass {before.pass}: train again to go on, it comes out alike.
        </p>
      )}
      {!isKept && (
        <p className={styles.problem}>
          This browser stores nothing for the site: your name and your work go with the
          page.
        </p>
      )}
    </>
  );
}
