"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { LabState } from "@/components/lab/training/lab-state";
import { formatRun } from "@/labs/link";
import styles from "./assignment.module.css";
import { ownSide, reached } from "./judged-goals";
import { type KeptWork, keepWork, useIsKept } from "./kept-work";

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

// Keeps what a learner has set and how far they trained, as long as the lab is open.

/** How often it is kept during a training, in milliseconds. */
const every = 2000;

export function useKeeping(state: LabState, link: string) {
  const { run, status, assigned } = state;
  const keep = useEffectEvent(() => {
    if (!assigned || assigned.name === "") return;
    const { name, start } = assigned;
    const side = ownSide(state);
    const pass = side ? reached(side) : 0;
    keepWork({ link, name, query: formatRun(run, start), pass });
  });
  // As it opens, nothing was done yet.
  const before = useRef({ run, status });
  const touched = useRef(false);
  useEffect(() => {
    if (before.current.run === run && before.current.status === status) return;
    before.current = { run, status };
    touched.current = true;
    keep();
    if (status !== "running") return;
    const timer = setInterval(() => keep(), every);
    return () => clearInterval(timer);
  }, [run, status]);
  useEffect(() => {
    const leave = () => touched.current && keep();
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  }, []);
}
