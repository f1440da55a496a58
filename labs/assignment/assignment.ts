// A run, its locked settings and its goals: what an instructor sends as a link.
import type { Lab } from "../catalog/lab";
import type { Run } from "../run/run";
import type { Goal } from "./goal";

export type Assignment = {
  lab: Lab;
  /** Where every learner starts; its seed counts only where it is locked. */
  run: Run;
  /** May be empty. */
  title: string;
  /** Instructions, in Markdown. */
  note: string;
  goals: readonly Goal[];
  /** The ids of graded questions: a class asks them, and no receipt tells of them. */
  quiz: readonly string[];
  /** How often each graded question may be answered. */
  tries: number;
  /** How long a learner has for all graded questions once started; null: no limit. */
  minutes: number | null;
  /** The settings that a learner cannot change, in the order of `settings`. */
  lock: readonly (keyof Run)[];
  /** See `isDue`; null where there is none. */
  due: string | null;
};

/** What an assignment is called: its title, or its lab's. */
export const assignmentTitle = ({ title, lab }: Pick<Assignment, "title" | "lab">) =>
  title.trim() || lab.title;

/** The longest texts of an assignment, in characters. */
export const longest = { title: 120, note: 2000 };

/** The most of what graded questions are set to; the least is 1. */
export const gradedLimits = { questions: 20, tries: 10, minutes: 240 };
