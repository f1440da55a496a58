"use client";
// A lab whose link may ask for an assignment: the one place where the two meet.
import { lazy, type ReactNode } from "react";
import { Lab } from "@/components/lab/lab";
import { Unloaded } from "@/components/lab/unloaded";
import type { LabId } from "@/labs/catalog/labs";

const AssignedLab = lazy(async () => {
  const loaded = await import("@/components/class/learner/assigned-lab").catch(
    () => null,
  );
  return { default: loaded?.AssignedLab ?? Unloaded };
});

type Props = {
  id: LabId;
  link: "address" | "embed";
  /** The map of the lab's own run, drawn while the page was built. */
  still?: ReactNode;
  /** Ways on from the lab, such as its lessons. */
  ways?: ReactNode;
};

/** A lab that opens as its page's address says, under its assignment where there is one. */
export const LinkedLab = (props: Props) => <Lab {...props} assigned={AssignedLab} />;
