// A learner's grade as a platform's gradebook is told it: the score of LTI's Assignment and
// Grade Services. https://www.imsglobal.org/spec/lti-ags/v2p0/#score-service-media-type
import { assignmentIn } from "@/components/class/class-assignment";
import { type Grade, gradeOf } from "@/components/class/grade";
import { sitePath } from "@/content/site-path";
import type { Assignment } from "@/labs/assignment/assignment";
import { linkOf } from "@/labs/assignment/assignment-link";
import { openReceipt } from "@/labs/receipt/packed";
import { receiptHeadsOf } from "../../class-heads";
import { closesFor, dueFor } from "../../due-times";
import { longestOf, quizIn, standingIn, tellingOf } from "../../graded-quiz";
import type { ClassStore } from "../../store/class-store";
import type { LtiScoreWork } from "../../store/lti-store";

/** A score without its moment; the platform sets `scoreGiven` against `scoreMaximum`. */
export type Score = {
  userId: string;
  scoreGiven?: number;
  scoreMaximum?: number;
  activityProgress: "Initialized" | "InProgress" | "Submitted" | "Completed";
  gradingProgress: "FullyGraded" | "Pending" | "PendingManual";
  comment?: string;
  submission?: { submittedAt: string };
};

type Quiz = {
  right: number;
  count: number;
  handed: number | null;
  tries: readonly { at: number }[];
  /** Whether the learner may know what is right. */
  shows: boolean;
  /** When they may, where they may not yet; null: once they do something. */
  tells: number | null;
};

/** How a learner stands in the quiz, as their teachers see it; undefined: not started. */
async function quizOf(work: LtiScoreWork, now: number): Promise<Quiz | undefined> {
  const { quiz: begun, assignment, extensions } = work;
  if (!begun) return undefined;
  const terms = { assignments: [assignment], extensions };
  const quiz = await quizIn(terms, assignment.id);
  const { handed, started, tries, learner } = begun;
  if (!quiz) return { right: 0, count: 0, handed, tries: [], shows: true, tells: null };
  const telling = tellingOf(quiz, learner, begun, now);
  const { right, count } = standingIn(quiz, { ...telling, shows: true }, tries);
  const longest = longestOf(quiz.asked.minutes);
  const ends = [
    longest === null ? null : started + longest,
    closesFor({ due: quiz.asked.due, closes: quiz.closes, extensions }, learner),
  ].filter((end) => end !== null);
  const end = telling.tells ?? (ends.length > 0 ? Math.min(...ends) : null);
  const tells = telling.shows || end === null ? null : end + 1;
  return { right: right ?? 0, count, handed, tries, shows: telling.shows, tells };
}

/** When what counts was handed in; null where nothing was. */
function handedIn(grade: Grade, quiz: Quiz | undefined): number | null {
  const moments = [grade.receipt?.received, quiz?.handed].filter(
    (at): at is number => typeof at === "number",
  );
  return moments.length > 0 ? Math.max(...moments) : null;
}

/** As the site's own gradebook files have it. */
const rounded = (points: number) => Math.round(100 * points) / 100;

/** The longest link in a comment, in characters: most receipts are shorter. */
const longestLink = 16_000;

/** The way to what was trained: the receipt itself where a link can hold it, else its run. */
async function linkWords(site: string, packed: string | null): Promise<string> {
  if (site === "" || packed === null) return "";
  const receipt = `${site}${sitePath(`/receipt#${packed}`)}`;
  if (receipt.length <= longestLink) {
    return `Check it, or train it again, from its receipt: ${receipt}`;
  }
  const opened = await openReceipt(packed);
  if ("problem" in opened) return "";
  const { assignment, run } = opened;
  const lock = [...new Set([...assignment.lock, "seed" as const])];
  const lab = `${site}${sitePath(linkOf({ ...assignment, run, lock }))}`;
  return lab.length > longestLink
    ? ""
    : `Its receipt is too long for a comment. Train its run in the lab: ${lab}`;
}

const verdictWords = {
  confirmed: "Confirmed",
  "not met": "Not met",
  unconfirmed: "Unconfirmed, so a teacher has to look at it",
  contradicted: "Contradicted",
};

/** What the grade is of, in words, and the way to train it again. */
async function commentOf(
  work: LtiScoreWork,
  grade: Grade,
  quiz: Quiz | undefined,
  packedOf: ClassStore["packedOf"],
): Promise<string> {
  const { mark, site, classId } = work;
  const words: string[] = [];
  const outcome = grade.receipt?.outcome;
  if (outcome) words.push(`${verdictWords[outcome.verdict]}: ${outcome.says}`);
  if (quiz?.shows && quiz.count > 0) {
    words.push(`Quiz: ${quiz.right} of ${quiz.count} right.`);
  }
  if (mark?.verdict) words.push(`Your teacher has ${mark.verdict} it.`);
  if (typeof mark?.points === "number") words.push("Your teacher has set the points.");
  const due = dueFor(
    {
      ...{ due: assignmentIn(work.assignment.link)?.due ?? null, closes: null },
      extensions: work.extensions,
    },
    work.learner,
  );
  const at = handedIn(grade, quiz);
  if (due !== null && at !== null && at > due) words.push("Handed in late.");
  if (mark?.comment) words.push(`Your teacher says: ${mark.comment}`);
  const receipt = grade.receipt;
  const packed = receipt && (await packedOf(classId, receipt.id));
  return [words.join(" "), await linkWords(site, packed)].filter(Boolean).join("\n");
}

function gradingOf(
  work: LtiScoreWork,
  grade: Grade,
  heldBack: boolean,
): Score["gradingProgress"] {
  const { mark, receipts } = work;
  if (typeof mark?.points === "number") return "FullyGraded";
  if (heldBack) return "Pending";
  if (mark?.verdict) return "FullyGraded";
  const verdict = grade.receipt?.outcome?.verdict;
  const checking = receipts.some(({ outcome }) => outcome === null);
  if (checking && verdict !== "confirmed") return "Pending";
  return verdict === "unconfirmed" ? "PendingManual" : "FullyGraded";
}

function activityOf(
  grade: Grade,
  quiz: Quiz | undefined,
  grading: Score["gradingProgress"],
): Score["activityProgress"] {
  const underWay = quiz !== undefined && quiz.handed === null && grade.receipt === null;
  if (underWay && grade.earned !== null) return "InProgress";
  return grading === "FullyGraded" ? "Completed" : "Submitted";
}

type Told = {
  /** Null where there is nothing to tell. */
  score: Score | null;
  /** When it will be another by itself; null: never. */
  again: number | null;
};

/** Takes back what the platform was told. */
const nothing = (userId: string): Score => ({
  ...{ userId, activityProgress: "Initialized", gradingProgress: "FullyGraded" },
});

async function scoreFor(
  asked: Assignment,
  work: LtiScoreWork,
  now: number,
  packedOf: ClassStore["packedOf"],
): Promise<Told> {
  const { sub, learner, receipts, mark, extensions } = work;
  const quiz = await quizOf(work, now);
  const extension = extensions.find((one) => one.learner === learner);
  const grade = gradeOf(asked, {
    receipts: receiptHeadsOf(receipts),
    ...{ quiz, mark: mark ?? undefined, due: extension?.due ?? asked.due },
  });
  // Where nothing has points, no column is made for them.
  const asksNothing = grade?.of === 0 && work.lineItemUrl === null;
  if (!grade || grade.earned === null || asksNothing) {
    const told = work.sentText !== null || work.triedText !== null;
    return { score: told ? nothing(sub) : null, again: null };
  }
  const heldBack = quiz !== undefined && !quiz.shows;
  const grading = gradingOf(work, grade, heldBack);
  const activity = activityOf(grade, quiz, grading);
  const submitted = handedIn(grade, quiz);
  const plain = grading !== "Pending" && activity !== "InProgress";
  const comment = plain ? await commentOf(work, grade, quiz, packedOf) : "";
  const score: Score = {
    userId: sub,
    ...(grading !== "Pending" &&
      grade.of > 0 && {
        scoreGiven: rounded(grade.earned),
        scoreMaximum: rounded(grade.of),
      }),
    ...{ activityProgress: activity, gradingProgress: grading },
    ...(comment !== "" && { comment }),
    ...(submitted !== null && {
      submission: { submittedAt: new Date(submitted).toISOString() },
    }),
  };
  return { score, again: quiz?.tells ?? null };
}

/**
 * The score of a learner's work at a moment, by the grade that the site's own board tells.
 * What is still being checked is pending, what a check left open is pending a teacher's look,
 * and a quiz whose learner may not know yet what is right has no points before that. "unread":
 * this version of the site cannot read the assignment.
 */
export async function scoreOf(
  work: LtiScoreWork,
  now: number,
  packedOf: ClassStore["packedOf"],
): Promise<Told | "unread"> {
  const asked = assignmentIn(work.assignment.link);
  return asked ? scoreFor(asked, work, now, packedOf) : "unread";
}
