"use client";
// Labs whose link may ask for an assignment: the one place where the two meet.
import { lazy, type ReactNode } from "react";
import { AddressedLab } from "@/components/lab/addressed-lab";
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
  /** The map of the lab's own run, drawn while the page was built. */
  still?: ReactNode;
  /** How each claim came out on many seeds, by its id. */
  seeds: Readonly<Record<string, ReactNode>>;
  /** Ways on from the lab, such as its lessons. */
  ways?: ReactNode;
};

/** The lab of a page of its own, under the assignment of its address where there is one. */
export const LinkedLab = (props: Props) => (
  <AddressedLab {...props} assigned={AssignedLab} />
);

/** The same in a frame of another page. */
export const FramedLab = ({ id }: { id: LabId }) => (
  <Lab id={id} link="embed" assigned={AssignedLab} />
);
