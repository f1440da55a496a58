// What the class store keeps of the questions that a class votes on twice.
import type { VotePair } from "@/content/items/vote-report";
import type { StoredBallot, StoredVote, VoteCount } from "./stored-rows";

/** Calls of `ClassStore`, with all that holds for those. */
export type BallotStore = {
  /**
   * Opens a ballot at its first vote. "open": another of the class has not ended; "full":
   * the class takes no more, or is gone.
   */
  openBallot(
    classId: string,
    ballot: Omit<StoredBallot, "phase">,
    most: number,
  ): Promise<"opened" | "open" | "full">;
  /** Goes on from a phase, once; gives the phase as it is then, null where there is none. */
  leavePhase(
    classId: string,
    ballot: string,
    leave: StoredBallot["phase"],
  ): Promise<StoredBallot["phase"] | null>;
  /** With its votes. */
  deleteBallot(classId: string, ballot: string): Promise<void>;
  /**
   * Keeps a vote in the place of an earlier one of its round. "over": that vote of the
   * ballot is not open; "gone": no such ballot or learner is in the class, or the learner
   * waits.
   */
  vote(classId: string, vote: StoredVote): Promise<"kept" | "over" | "gone">;
  /** The latest first, with the votes counted, and how many are let into the class. */
  ballotsOf(classId: string): Promise<{
    ballots: readonly StoredBallot[];
    counts: readonly VoteCount[];
    learners: number;
  }>;
  /** Null where the class has none. */
  latestBallot(classId: string): Promise<StoredBallot | null>;
  /** A learner's votes in a ballot. */
  votesOf(
    classId: string,
    ballot: string,
    learner: string,
  ): Promise<readonly StoredVote[]>;
  /**
   * Of ballots that have ended, what those who do not decline chose in both votes: one ballot
   * at a time, the earliest first.
   */
  measuredVotes(classId: string): AsyncIterable<readonly VotePair[]>;
  /** Who voted, whenever; in an order that tells nothing of what. */
  votersOf(classId: string, ballot: string): Promise<readonly string[]>;
};
