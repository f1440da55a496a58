import type { Assignment } from "@/labs/assignment/assignment";
import { linkOf } from "@/labs/assignment/assignment-link";
import { type Attempt, type Goal, goalText, judgeGoal } from "@/labs/assignment/goal";
import { seedFor } from "@/labs/assignment/learner-start";
import { brokenLocks, hasOneSeed } from "@/labs/assignment/locks";
import { isPlainSpelling, nameKey } from "@/labs/assignment/name-key";
import { formatRun } from "@/labs/run/link";
import { fields } from "@/labs/run/run";
import type { Opened } from "./packed";
import { curvePasses } from "./receipt";

// The lines of a check's report.

/** One line of a check's report. */
export type Finding = {
  about:
    | "learner"
    | "seed"
    | "settings"
    | "weights"
    | "curve"
    | "replay"
    | "goal"
    | "answer";
  /** "unsure" is no accusation: it could be either, and the sentence says why. */
  verdict: "good" | "bad" | "unsure";
  /** One sentence for the reader. */
  says: string;
};

/** A finding that leaves no doubt. */
export const finding = (
  about: Finding["about"],
  good: boolean,
  says: string,
): Finding => ({ about, verdict: good ? "good" : "bad", says });

/**
 * "confirmed": all goals are met, and the replay gives the receipt's numbers; "not met": it
 * does, and a goal is not met; "unconfirmed": nothing speaks against it, yet no replay
 * speaks for it; "contradicted": something in it cannot be.
 */
export type Verdict = "confirmed" | "not met" | "unconfirmed" | "contradicted";

/** The finding that decides, and what it decides. The order of `findings` does not count. */
export function verdictOf(findings: readonly Finding[]): {
  verdict: Verdict;
  decided: Finding | null;
} {
  const first = (test: (finding: Finding) => boolean) => findings.find(test) ?? null;
  const wrong = first(({ about, verdict }) => verdict === "bad" && about !== "goal");
  if (wrong) return { verdict: "contradicted", decided: wrong };
  const unmet = first(({ verdict }) => verdict === "bad");
  if (unmet) return { verdict: "not met", decided: unmet };
  const unsure = first(({ verdict }) => verdict === "unsure");
  if (unsure) return { verdict: "unconfirmed", decided: unsure };
  return { verdict: "confirmed", decided: first(({ about }) => about === "replay") };
}

/** Who and what a receipt is checked for. */
export type Expected = {
  /** The assignment that it must be of, and is judged by; null: the one that it names. */
  assignment: Assignment | null;
  /** The learner of a class who handed it in; null where no class has it. */
  learner: { id: string; name: string } | null;
};

/** A receipt as it came, from whoever it is. */
export const anyReceipt: Expected = { assignment: null, learner: null };

/** An opened receipt; its `assignment` is the one that it is judged by. */
export type Judged = Opened & {
  learner: Expected["learner"];
  /** The assignment that the receipt itself names. */
  named: Assignment;
};

/** Whether two assignments start from the same run of the same lab. */
export const sameStart = (one: Assignment, other: Assignment) =>
  one.lab.id === other.lab.id && formatRun(one.run, other.run) === "";

// How a receipt's run began: whose it is, its seed, its settings, the passes of its curve.

const unsure = (about: Finding["about"], says: string): Finding => ({
  about,
  verdict: "unsure",
  says,
});

function learnerFindings({ receipt, learner }: Judged): Finding[] {
  if (!learner) return [];
  const { name, learner: id } = receipt;
  if (nameKey(name) !== nameKey(learner.name)) {
    const says = `It bears the name “${name}”, and “${learner.name}” handed it in.`;
    return [finding("learner", false, says)];
  }
  if (id === undefined || id === learner.id) return [];
  const says = `It was made by another learner of the name “${name}” than the one who handed it in.`;
  return [finding("learner", false, says)];
}

function seedFinding(judged: Judged): Finding {
  const { assignment, named, receipt, learner } = judged;
  const { name, seed, version, learner: id } = receipt;
  const former = version === 1;
  const right = seedFor(former ? named : assignment, { name, id, former }) === seed;
  if (hasOneSeed(assignment)) {
    return finding(
      "seed",
      seed === assignment.run.seed,
      seed === assignment.run.seed
        ? "The seed is the one that the assignment gives to everyone; so the numbers alone do not tell who trained."
        : "The seed is not the one that the assignment gives to everyone.",
    );
  }
  if (!right) {
    const says = `The seed ${seed} is not the one that the name “${name}” has in this assignment: it was trained under another name or for another assignment.`;
    return finding("seed", false, says);
  }
  if (former && linkOf(assignment) !== receipt.link) {
    const says =
      "It was made with an earlier form of the site, whose seeds came from every word of the link, and its link is not the one expected: its seed may have been chosen.";
    return unsure("seed", says);
  }
  if (former && !isPlainSpelling(name)) {
    const says = `It was made with an earlier form of the site, whose seeds came from the spelling of the name, and “${name}” is spelled unusually: its seed may have been chosen.`;
    return unsure("seed", says);
  }
  if (id !== undefined && !learner) {
    const says = `The seed comes from a place in a class: only that class can tell whether it is “${name}”’s.`;
    return unsure("seed", says);
  }
  if (!former && id === undefined && learner) {
    const says = `It was made outside the class: its seed ${seed} comes from the name “${name}”, and not from the learner’s place in the class.`;
    return unsure("seed", says);
  }
  const says =
    id === undefined
      ? `The seed ${seed} is the one that the name “${name}” has in this assignment.`
      : `The seed ${seed} is the one that “${name}” has in this class’s assignment.`;
  return finding("seed", true, says);
}

function settingsFinding({ assignment, run }: Judged): Finding {
  const start = { ...assignment.run, seed: run.seed };
  const broken = brokenLocks(assignment, start, run);
  const names = broken.map((setting) => fields[setting].label).join(", ");
  return finding(
    "settings",
    broken.length === 0,
    broken.length === 0
      ? "Every locked setting is as the assignment has it."
      : `Locked settings were changed: ${names}.`,
  );
}

/** Where a run asks for the CPU, no GPU trains it; the other way round one may be missing. */
const deviceFindings = ({ receipt, run }: Opened): Finding[] =>
  run.device === "cpu" && receipt.device.kind === "webgpu"
    ? [
        finding(
          "settings",
          false,
          "Its run asks for the CPU, and it says that a GPU trained it.",
        ),
      ]
    : [];

/** Whether the curve tells the passes that it must, and finite losses. */
function curveFinding({ receipt, run }: Opened): Finding {
  const passes = receipt.curve.map(({ pass }) => pass);
  const whole =
    String(passes) === String(curvePasses(run.passes)) &&
    receipt.curve.every(({ trainLoss, testLoss }) =>
      Number.isFinite(trainLoss + testLoss),
    );
  return finding(
    "curve",
    whole,
    whole
      ? `The curve gives the losses at ${passes.length} passes, from 0 to ${run.passes}.`
      : `The curve does not give the losses from pass 0 to ${run.passes} as the site writes them.`,
  );
}

/** The findings that need no weights. */
export const startFindings = (judged: Judged): Finding[] => [
  ...learnerFindings(judged),
  seedFinding(judged),
  settingsFinding(judged),
  ...deviceFindings(judged),
  curveFinding(judged),
];

// How a receipt's run ended: the weights' losses, the answers, the goals.

/** Judges an answer to a question of the course; "unknown" where it has no such question. */
export type JudgeAnswer = (
  question: string,
  answer: string,
) => "right" | "wrong" | "unknown";

/** How far a GPU's losses may be from the CPU's for the same weights, as a share. */
const sameWeights = 1e-3;

function lossFinding(
  { receipt }: Opened,
  seen: { trainLoss: number; testLoss: number },
): Finding {
  const last = receipt.curve.at(-1);
  const far = (one = Number.NaN, other: number) =>
    Math.abs(one - other) / Math.max(Math.abs(other), 1e-3);
  const most = receipt.device.kind === "cpu" ? 0 : sameWeights;
  const good =
    far(last?.trainLoss, seen.trainLoss) <= most &&
    far(last?.testLoss, seen.testLoss) <= most;
  return finding(
    "weights",
    good,
    good
      ? "The weights, evaluated here, give the losses at the end of the curve."
      : "The weights, evaluated here, do not give the losses at the end of the curve.",
  );
}

function answerFindings({ assignment, receipt }: Opened, judge: JudgeAnswer): Finding[] {
  const asked = assignment.goals.flatMap((goal) =>
    goal.kind === "answer" ? [goal.question] : [],
  );
  return receipt.answers
    .filter(({ question }) => asked.includes(question))
    .map(({ question, answer }) => {
      const judged = judge(question, answer);
      if (judged === "unknown") {
        const says = `The course has no question “${question}” to judge the answer by.`;
        return { about: "answer", verdict: "unsure", says };
      }
      const says = `Question “${question}”: answered ${judged === "right" ? "right" : "wrongly"}.`;
      return { about: "answer", verdict: "good", says };
    });
}

function goalFinding(goal: Goal, attempt: Attempt): Finding {
  const { met, saw } = judgeGoal(goal, attempt);
  return finding("goal", met, `${goalText(goal)}: ${met ? "met" : "not met"}, ${saw}.`);
}

/** The findings about weights that fit the run's network, evaluated as `attempt`. */
export const endFindings = (
  opened: Opened,
  attempt: Attempt & { trainLoss: number },
  judge: JudgeAnswer,
): Finding[] => [
  lossFinding(opened, attempt),
  ...answerFindings(opened, judge),
  ...opened.assignment.goals.map((goal) => goalFinding(goal, attempt)),
];

/**
 * Goals that a GPU's rounding, or weights bent by as little, could have decided: those
 * that a receipt's weights meet and those of its replay do not.
 */
export const closeGoals = (
  { assignment }: Opened,
  attempt: Attempt,
  replayed: Attempt,
): Finding[] =>
  assignment.goals.flatMap((goal) => {
    const { met, saw } = judgeGoal(goal, replayed);
    if (met || !judgeGoal(goal, attempt).met) return [];
    const says = `${goalText(goal)}: the replay does not meet it, ${saw}. So close to the goal, rounding decides: training a little further would tell.`;
    return [{ about: "goal", verdict: "unsure", says }];
  });
