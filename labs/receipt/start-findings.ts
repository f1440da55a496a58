import type { Assignment } from "@/labs/assignment/assignment";
import { linkOf } from "@/labs/assignment/assignment-link";
import { seedFor } from "@/labs/assignment/learner-start";
import { brokenLocks, hasOneSeed } from "@/labs/assignment/locks";
import { isPlainSpelling, nameKey } from "@/labs/assignment/name-key";
import { formatRun } from "@/labs/run/link";
import { fields, hasOwn } from "@/labs/run/run";
import { type Finding, finding, type Judged, unsure } from "./findings";
import type { Opened } from "./packed";
import { curvePasses } from "./receipt";

// How a receipt's run began: whose it is, its seed, its settings, the passes of its curve.

/** Whether two assignments start from the same run of the same lab. */
export const sameStart = (one: Assignment, other: Assignment) =>
  one.lab.id === other.lab.id && formatRun(one.run, other.run) === "";

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
  const spelled = learner ? name === learner.name : isPlainSpelling(name);
  if (former && !spelled) {
    const says = `It was made with an earlier form of the site, whose seeds came from the spelling of the name, and “${name}” is ${learner ? "not spelled as in the class" : "spelled unusually"}: its seed may have been chosen.`;
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

/** The first arithmetic knew no formulas of readers' own. */
const ownFindings = ({ receipt, run }: Opened): Finding[] =>
  receipt.kernel === 1 && hasOwn(run)
    ? [
        finding(
          "settings",
          false,
          "Its run has a formula of the learner’s own, and it says that an arithmetic trained it which had none.",
        ),
      ]
    : [];

/** Whether the curve tells the passes that it must, and finite losses. */
function curveFinding({ receipt, run }: Opened): Finding {
  const passes = receipt.curve.map(({ pass }) => pass);
  const whole =
    String(passes) === String(curvePasses(run.passes)) &&
    receipt.curve.every(({ trainLoss, heldLoss }) =>
      Number.isFinite(trainLoss + heldLoss),
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
  ...ownFindings(judged),
  curveFinding(judged),
];
