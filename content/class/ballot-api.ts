// A browser's requests about the ballots of a class.
import type * as z from "zod";
import { type ballotRequests, ballotResponses, type Phase } from "./ballot-messages";
import { ask, at, done, patch, post, remove } from "./class-api";

/** All ballots of a class, for its teacher. */
export const readBallots = (classId: string) =>
  ask(at(classId, "ballots"), ballotResponses.ballots);

/** Puts a question to the class; its first vote begins. */
export const openBallot = (classId: string, question: string) =>
  ask(at(classId, "ballots"), ballotResponses.ballotOpened, post({ question }));

/** Ends a phase of a ballot. */
export const leavePhase = (classId: string, ballot: string, leave: Phase) =>
  ask(at(classId, "ballots", ballot), ballotResponses.ballotMoved, patch({ leave }));

/** Deletes a ballot with its votes. */
export const deleteBallot = (classId: string, ballot: string) =>
  ask(at(classId, "ballots", ballot), done, remove);

/** Who voted in a ballot that has ended. */
export const readVoters = (classId: string, ballot: string) =>
  ask(at(classId, "ballots", ballot), ballotResponses.voters);

/** What the class is asked, for a learner who has seen `seen`; "" where that is nothing. */
export const readRoom = (classId: string, seen: string) =>
  ask(`${at(classId, "room")}?seen=${encodeURIComponent(seen)}`, ballotResponses.room);

/** Votes. */
export const vote = (classId: string, body: z.infer<typeof ballotRequests.vote>) =>
  ask(at(classId, "room"), done, { method: "PUT", body });
