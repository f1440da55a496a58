import { counted, numberText, quoted } from "@/labs/arithmetic/number-text";
import { type Field, number } from "@/labs/field/field";

// The goals of an assignment: each as a record, its text in a link, its verdict.

/** Where a run was trained; what a goal may ask for. */
export const goalDevices = { webgpu: "the GPU (WebGPU)", cpu: "the CPU" } as const;

/** A device by its name in links and receipts. */
export type GoalDevice = keyof typeof goalDevices;

/** A run as far as it has been trained, as goals look at it. */
export type Attempt = {
  /** On the test examples; null while they are closed: see `heldSet`. */
  testLoss: number | null;
  /** The share of them given the right class, 0 to 1; null where closed or without classes. */
  accuracy: number | null;
  /** Hidden neurons. */
  neurons: number;
  /** Weights and biases. */
  weights: number;
  /** Test examples that also train: see `copiesIn`. */
  copies: number;
  /** How many passes were trained. */
  pass: number;
  /** The device that trained it; null before the first pass. */
  device: GoalDevice | null;
  /** The ids of the questions that were answered. */
  answered: ReadonlySet<string>;
};

type NumberKind = {
  /** How the goal begins, as in "Test loss below 0.1". */
  says: string;
  unit: string;
  field: Field<number>;
  /** Null where the attempt has no such number. */
  of(attempt: Attempt): number | null;
  met(seen: number, bound: number): boolean;
  saw(seen: number): string;
};

const atMost = (seen: number, bound: number) => seen <= bound;

/** The goals with a number. */
export const numberGoals = {
  loss: {
    says: "Test loss below",
    unit: "",
    field: number("loss", "Test loss below", {
      min: 0.00001,
      max: 1000,
      step: 0.00001,
      logarithmic: true,
    }),
    of: ({ testLoss }) => testLoss,
    met: (seen, bound) => seen < bound,
    saw: (seen) => `test loss ${numberText(seen)}`,
  },
  accuracy: {
    says: "Test accuracy of at least",
    unit: " %",
    field: number("accuracy", "Test accuracy of at least, in percent", {
      min: 1,
      max: 100,
      step: 0.1,
    }),
    of: ({ accuracy }) => (accuracy === null ? null : 100 * accuracy),
    met: (seen, bound) => seen >= bound,
    saw: (seen) => `${numberText(seen)} % of the test examples right`,
  },
  neurons: {
    says: "Hidden neurons, at most",
    unit: "",
    field: number("neurons", "Hidden neurons, at most", { min: 0, max: 384, step: 1 }),
    of: ({ neurons }) => neurons,
    met: atMost,
    saw: (seen) => counted(seen, "hidden neuron"),
  },
  weights: {
    says: "Weights, at most",
    unit: "",
    field: number("weights", "Weights and biases, at most", {
      min: 2,
      max: 100_000,
      step: 1,
    }),
    of: ({ weights }) => weights,
    met: atMost,
    saw: (seen) => counted(seen, "weight"),
  },
  passes: {
    says: "Passes, at most",
    unit: "",
    field: number("passes", "Passes, at most", { min: 1, max: 100_000, step: 1 }),
    of: ({ pass }) => pass,
    met: atMost,
    saw: (seen) => counted(seen, "pass", "passes"),
  },
  copies: {
    says: "Test examples that also train, at most",
    unit: "",
    field: number("copies", "Test examples that also train, at most", {
      min: 0,
      max: 2000,
      step: 1,
    }),
    of: ({ copies }) => copies,
    met: atMost,
    saw: (seen) =>
      seen === 1 ? "1 test example also trains" : `${seen} test examples also train`,
  },
} as const satisfies Record<string, NumberKind>;

/** A goal whose condition is a bound. */
export type NumberGoal = keyof typeof numberGoals;

/** One condition that a run must meet, or a question to answer. */
export type Goal = (
  | { kind: NumberGoal; bound: number }
  | { kind: "device"; device: GoalDevice }
  /** A question of the course, by its id, to be answered. */
  | { kind: "answer"; question: string }
) & {
  /** Its points: see `isPoints`; left out where it has no points. */
  points?: number;
};

/** The points that a goal, or all graded questions, may have. */
export const pointLimits = { most: 100, step: 0.5 };

/** Whether a number of points can stand in a link: 0.5 to 100 in steps of a half. */
const isPoints = (points: number) =>
  points > 0 && points <= pointLimits.most && Number.isInteger(points / pointLimits.step);

/** The most goals of an assignment. */
export const mostGoals = 12;

/** A goal as a reader is told it; a question is named by its id. */
export function goalText(goal: Goal): string {
  if (goal.kind === "device") return `Trained on ${goalDevices[goal.device]}`;
  if (goal.kind === "answer") return `Question answered: ${goal.question}`;
  const { says, unit } = numberGoals[goal.kind];
  return `${says} ${numberText(goal.bound, 6)}${unit}`;
}

/** Whether a goal is met, and what was seen, in words. */
export function judgeGoal(goal: Goal, attempt: Attempt): { met: boolean; saw: string } {
  if (goal.kind === "device") {
    const { device } = attempt;
    const saw = device ? `trained on ${goalDevices[device]}` : "not trained yet";
    return { met: device === goal.device, saw };
  }
  if (goal.kind === "answer") {
    const met = attempt.answered.has(goal.question);
    return { met, saw: met ? "answered" : "not answered yet" };
  }
  const kind: NumberKind = numberGoals[goal.kind];
  const seen = kind.of(attempt);
  if (seen === null) {
    const closed = attempt.testLoss === null;
    const saw = closed
      ? "the test set stays closed till the run has ended"
      : "these data have no classes";
    return { met: false, saw };
  }
  return {
    met: attempt.device !== null && kind.met(seen, goal.bound),
    saw: kind.saw(seen),
  };
}

// Goals as the text of a link.

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

/**
 * The goals with the points that a link gives them: `text` has a number, or 0, for each goal
 * of `asked`, the text that they were read from. What cannot be is named.
 */
export function withPoints(goals: readonly Goal[], text: string, asked: string) {
  const given = text.split("-");
  const parts = asked.split("*").map(parseGoal);
  const refused = given
    .filter((points, at) => at >= parts.length || (points !== "0" && !pointsIn(points)))
    .map(quoted);
  const worth = goals.map((goal): Goal => {
    const at = parts.findIndex((part) => part && sameKind(part, goal));
    const points = pointsIn(given[at] ?? "0");
    return points === null ? goal : { ...goal, points };
  });
  return { goals: worth, refused };
}

/** The points that a text stands for; null where it is none that a link can hold. */
export function pointsIn(text: string): number | null {
  const points = /^\d{1,3}(\.5)?$/.test(text) ? Number(text) : 0;
  return isPoints(points) ? points : null;
}

/** The text that `withPoints` reads back; "" where no goal has points. */
export const formatPoints = (goals: readonly Goal[]) =>
  goals.some(({ points }) => points !== undefined)
    ? goals.map(({ points = 0 }) => points).join("-")
    : "";

/** The text that `parseGoals` reads back as the same goals. */
export const formatGoals = (goals: readonly Goal[]) => goals.map(formatGoal).join("*");
