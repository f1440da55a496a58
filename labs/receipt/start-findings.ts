// What a receipt says of its beginning: seed, settings, and which passes it tells.
import { brokenLocks, hasOneSeed, startFor } from "../assignment/learner-start";
import { fields } from "../run/run";
import { type Finding, finding } from "./finding";
import type { Opened } from "./opened";
import { toldPasses } from "./receipt";

function seedFinding({ assignment, receipt }: Opened): Finding {
  const { name, seed } = receipt;
  const right = startFor(assignment, name).seed === seed;
  if (hasOneSeed(assignment)) {
    return finding(
      "seed",
      right,
      right
        ? "The seed is the one that the assignment gives to everyone; so the numbers alone do not tell who trained."
        : "The seed is not the one that the assignment gives to everyone.",
    );
  }
  return finding(
    "seed",
    right,
    right
      ? `The seed ${seed} is the one that the name “${name}” has in this assignment.`
      : `The seed ${seed} is not the one that the name “${name}” has in this assignment: it was trained under another name or for another assignment.`,
  );
}

function settingsFinding({ assignment, receipt, run }: Opened): Finding {
  const start = startFor(assignment, receipt.name);
  const broken = brokenLocks({ ...assignment }, { ...start, seed: run.seed }, run);
  const named = broken.map((setting) => fields[setting].label).join(", ");
  return finding(
    "settings",
    broken.length === 0,
    broken.length === 0
      ? "Every locked setting is as the assignment has it."
      : `Locked settings were changed: ${named}.`,
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
    String(passes) === String(toldPasses(run.passes)) &&
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
export const startFindings = (opened: Opened): Finding[] => [
  seedFinding(opened),
  settingsFinding(opened),
  ...deviceFindings(opened),
  curveFinding(opened),
];
