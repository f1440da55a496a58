// Checks receipts beside the page, so that a long replay never holds it up.
import { provideFile } from "@/components/lab/training/provide-file";
import { courseQuestions } from "@/components/quiz/course-questions";
import { judgedAnswer } from "@/content/quiz/question";
import type { Goal } from "@/labs/assignment/goal";
import { missingFile } from "@/labs/data/sample";
import { checking } from "@/labs/receipt/check";
import type { JudgeAnswer } from "@/labs/receipt/findings";
import { openReceipt } from "@/labs/receipt/packed";
import {
  type CheckReport,
  type CheckRequest,
  judgingAssignment,
  pointsOf,
  summarize,
  type ToCheck,
} from "./check-report";
import { type JudgingLink, judgingLink } from "./judging-link";

/** The page hears how far a replay is after so many milliseconds. */
const between = 100;

const post = (message: CheckReport) => self.postMessage(message);
const fail = (problem: string, again: boolean) =>
  post({ kind: "problem", problem, again });

let stopped = false;

const { port1, port2 } = new MessageChannel();

/** Lets a message of the page in; unlike timers, at once. */
const pause = () =>
  new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

async function check({ packed, known, handedIn }: ToCheck) {
  const opened = await openReceipt(packed);
  if ("problem" in opened) return fail(opened.problem, false);
  const judging: JudgingLink | null = handedIn
    ? { link: handedIn.link, from: "class" }
    : judgingLink(opened.receipt.link, known);
  post({ kind: "opened", summary: summarize(opened, judging) });
  const file = missingFile(opened.run);
  const missing = file && (await provideFile(file));
  if (missing) return fail(missing, true);
  const asked = judgingAssignment(opened, judging);
  const judge = await judgeFor(asked.goals);
  if ("problem" in judge) return fail(judge.problem, true);

  const steps = checking(opened, judge, {
    assignment: judging && asked,
    learner: handedIn?.learner ?? null,
  });
  let reported = 0;
  let step = steps.next(true);
  let ended = false;
  while (!step.done) {
    if (performance.now() - reported > between) {
      reported = performance.now();
      post({ kind: "replayed", share: step.value });
    }
    await pause();
    ended ||= stopped;
    step = steps.next(!stopped);
  }
  const points = pointsOf(asked, step.value);
  post({ kind: "checked", check: step.value, stopped: ended, points });
}

self.addEventListener("message", ({ data }: MessageEvent<CheckRequest>) => {
  if (data.kind === "stop") {
    stopped = true;
    return;
  }
  stopped = false;
  check(data).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    fail(`The check itself failed, which says nothing of the receipt: ${why}`, true);
  });
});

/**
 * Judges the answers that these goals ask for, by the course's questions, which are loaded
 * only then; or a sentence where they cannot be.
 */
async function judgeFor(
  goals: readonly Goal[],
): Promise<JudgeAnswer | { problem: string }> {
  if (!goals.some(({ kind }) => kind === "answer")) return () => "unknown";
  try {
    const questions = (await courseQuestions()).map(({ question }) => question);
    return (id, text) => judgedAnswer(questions, id, text);
  } catch {
    return {
      problem:
        "The course’s questions, by which answers are judged, could not be loaded. Try again once you are online.",
    };
  }
}
