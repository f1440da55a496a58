// A legal assignment of a lab on points of the plane, from a seed: every part anywhere
// within its limits, texts in any script.

import { streamKey, uniform } from "@/labs/arithmetic/random";
import {
  type Assignment,
  feedbacks,
  gradedLimits,
  longest,
} from "@/labs/assignment/assignment";
import {
  type Goal,
  goalDevices,
  mostGoals,
  type NumberGoal,
  numberGoals,
  pointLimits,
} from "@/labs/assignment/goal";
import { lockable } from "@/labs/assignment/locks";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { kindOf } from "@/labs/data/datasets";
import { randomRun } from "../random-run";

const words = [
  ...["Fewest", "neurons", "“quoted”", "<b>", "&amp;", "100%", "a+b=c", "#?/\\"],
  ...["日本語", "Ünïcode", "עברית", "می‌خواهم", "👩‍🔬", "🙂", "%41%00", "[a](/labs)"],
  ...["'single'", '"double"', "*", "**x**", "`code`", "_", "~", ";", ",", "…"],
];

const planes: readonly Lab[] = [
  ...[labs.features, labs.network, labs["one-pass"]],
  ...[labs.loss, labs.gpu, labs.dsvm],
];

/** A text that a link keeps as it is: cut, trimmed, each space alone. */
function textOf(draw: () => number, most: number, spaces: readonly string[]) {
  let text = "";
  const length = Math.floor(draw() ** 3 * most);
  while (text.length < length) {
    const word = words[Math.floor(draw() * words.length)]!;
    const space = text === "" ? "" : spaces[Math.floor(draw() * spaces.length)]!;
    if (text.length + space.length + word.length > most) break;
    text += space + word;
  }
  return text;
}

export function randomAssignment(seed: number): Assignment {
  const draw = uniform(streamKey(seed, 77));
  const whole = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1));
  const run = randomRun(seed);
  const goals: Goal[] = [];
  for (const kind of Object.keys(numberGoals) as NumberGoal[]) {
    const { control } = numberGoals[kind].field;
    if (control.kind !== "number" || draw() < 0.5) continue;
    if (kind === "accuracy" && kindOf(run) === "number") continue;
    const { min, max, step } = control;
    const bound = min + (max - min) * draw();
    goals.push({ kind, bound: Number.isInteger(step) ? Math.floor(bound) : bound });
  }
  if (draw() < 0.3) {
    const [one, other] = Object.keys(goalDevices) as (keyof typeof goalDevices)[];
    goals.push({ kind: "device", device: draw() < 0.5 ? one! : other! });
  }
  const questions = whole(0, mostGoals - goals.length);
  for (let at = 0; at < questions; at += 1) {
    goals.push({ kind: "answer", question: `question-${at}-of-${whole(0, 99)}` });
  }
  const asked = draw() < 0.5 ? 0 : whole(1, gradedLimits.questions);
  const graded = Array.from({ length: asked }, (_, at) => `${at}-graded-${whole(0, 9)}`);
  const points = () => (draw() < 0.5 ? null : whole(1, 2 * pointLimits.most) / 2);
  const worth = (goal: Goal): Goal => {
    const own = points();
    return own === null ? goal : { ...goal, points: own };
  };
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${whole(2000, 2099)}-${two(whole(1, 12))}-${two(whole(1, 28))}`;
  const minute = `${day}T${two(whole(0, 23))}:${two(whole(0, 59))}Z`;
  return {
    lab: planes[whole(0, planes.length - 1)]!,
    run,
    title: textOf(draw, longest.title, [" "]),
    note: textOf(draw, longest.note, [" ", "  ", "\n", "\n\n"]),
    goals: goals.toSorted(() => draw() - 0.5).map(worth),
    quiz: graded,
    quizPoints: points(),
    feedback: feedbacks[whole(0, feedbacks.length - 1)]!,
    tries: whole(1, gradedLimits.tries),
    minutes: draw() < 0.5 ? null : whole(1, gradedLimits.minutes),
    lock: lockable.filter(() => draw() < 0.3),
    due: draw() < 0.3 ? null : draw() < 0.5 ? day : minute,
  };
}
