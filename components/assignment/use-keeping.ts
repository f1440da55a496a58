"use client";
// Keeps what a learner has set and how far they trained, as long as the lab is open.
import { useEffect, useEffectEvent, useRef } from "react";
import type { LabState } from "@/components/lab/lab-state";
import { formatRun } from "@/labs/link";
import { ownSide, reached } from "./learner-attempt";
import { keepWork } from "./work-store";

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
