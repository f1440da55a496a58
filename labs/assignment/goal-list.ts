// Goals as the text of a link.
import { quoted } from "../arithmetic/number-text";
import {
  type Goal,
  type GoalDevice,
  goalDevices,
  mostGoals,
  type NumberGoal,
  numberGoals,
} from "./goal";

const isNumberGoal = (text: string): text is NumberGoal =>
  Object.hasOwn(numberGoals, text);

const isDevice = (text: string): text is GoalDevice => Object.hasOwn(goalDevices, text);

/** Whether a text can be the id of a question: kebab-case, at most 80 characters. */
export const isQuestionId = (text: string) =>
  text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** Reads one goal, as in `loss_0.1`; null where the text is none. */
function parseGoal(text: string): Goal | null {
  const cut = text.indexOf("_");
  const kind = text.slice(0, cut);
  const rest = text.slice(cut + 1);
  if (isNumberGoal(kind)) {
    const bound = numberGoals[kind].field.parse(rest);
    return bound === null ? null : { kind, bound };
  }
  if (kind === "device") return isDevice(rest) ? { kind, device: rest } : null;
  if (kind === "answer") return isQuestionId(rest) ? { kind, question: rest } : null;
  return null;
}

function formatGoal(goal: Goal): string {
  if (goal.kind === "device") return `device_${goal.device}`;
  if (goal.kind === "answer") return `answer_${goal.question}`;
  return `${goal.kind}_${numberGoals[goal.kind].field.format(goal.bound)}`;
}

/** Whether two goals ask the same thing, with bounds that may differ. */
export function sameKind(one: Goal, other: Goal): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind !== "answer" || formatGoal(one) === formatGoal(other);
}

/** Reads goals, as in `loss_0.1*neurons_8`; each part that is none is named. */
export function parseGoals(text: string): { goals: Goal[]; refused: string[] } {
  const goals: Goal[] = [];
  const refused: string[] = [];
  for (const part of text.split("*")) {
    const goal = parseGoal(part);
    const twice = goal !== null && goals.some((known) => sameKind(known, goal));
    if (goal && !twice && goals.length < mostGoals) goals.push(goal);
    else refused.push(quoted(part));
  }
  return { goals, refused };
}

/** The text that `parseGoals` reads back as the same goals. */
export const formatGoals = (goals: readonly Goal[]) => goals.map(formatGoal).join("*");
