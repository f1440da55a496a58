// The class that asks for an assignment, as far as a lab shows it. A class stands above
// assignments, so it comes as this.
import type { ReactNode } from "react";
import type { Times } from "../times";

/** A class that the learner has joined in this browser. */
export type JoinedAs = {
  className: string;
  /** The learner's name in it. */
  name: string;
  /** The learner's id in it, which decides their seed. */
  learner: string;
  times: Times;
  /** Whether the class has changed the assignment since the link was made. */
  changed: boolean;
};

/** A receipt as it is handed in. */
export type Handing = {
  /** The receipt made last, as `pack` writes it; null where there is none. */
  packed: string | null;
  /** Whether it is of just what is trained now. */
  isNow: boolean;
  /** Why none can be made now; null where one can. */
  why: string | null;
  /** Makes the receipt of what is trained now; null where that failed, which is told. */
  make(): Promise<string | null>;
};

export type AskingClass = {
  /** Null where no joined class asks. */
  joined: JoinedAs | null;
  /** The class that has yet to let the learner in, and may be the one that asks; or null. */
  waiting: string | null;
  /** The one button that hands in. */
  handIn(handing: Handing): ReactNode;
  /** The graded questions, or nothing. */
  graded: ReactNode;
};
