"use client";
import { Stack } from "@/components/kit/layout";
import type { Assignment } from "@/labs/assignment/assignment";
import { neuronsOf } from "@/labs/assignment/attempt";
import {
  type Goal,
  goalDevices,
  mostGoals,
  type NumberGoal,
  numberGoals,
  sameKind,
} from "@/labs/assignment/goal";
import { kindOf } from "@/labs/data/datasets";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { BoundInput, GoalTick } from "./goal-tick";
import { type LessonQuestions, QuestionChoice } from "./question-choice";

type Props = {
  draft: Assignment;
  lessons: readonly LessonQuestions[];
  onGoals(goals: readonly Goal[]): void;
};

const numberKinds = Object.keys(numberGoals) as readonly NumberGoal[];
const devices = Object.keys(goalDevices) as readonly (keyof typeof goalDevices)[];

/** Every goal that a lab can have: ticks with their numbers, and questions. */
export function GoalsForm({ draft, lessons, onGoals }: Props) {
  const { goals, run } = draft;
  const full = goals.length >= mostGoals;
  const filled = full ? `${mostGoals} goals are set already.` : null;
  const set = (goal: Goal) => onGoals(withGoal(goals, goal));
  const drop = (goal: Goal) => onGoals(withoutGoal(goals, goal));
  const classless = kindOf(run) === "number";
  const device = goals.find((goal) => goal.kind === "device");
  return (
    <Stack>
      {numberKinds.map((kind) => {
        const { says, unit, field } = numberGoals[kind];
        const goal = goals.find((one) => one.kind === kind);
        const bound = goal && "bound" in goal ? goal.bound : null;
        const tick: Goal = { kind, bound: bound ?? firstBound(kind, run) };
        const idle = kind === "accuracy" && classless && bound === null;
        return (
          <GoalTick
            key={kind}
            label={says}
            ticked={bound !== null}
            idle={idle ? "These data have no classes." : filled}
            onTick={(ticked) => (ticked ? set(tick) : drop(tick))}
          >
            {bound !== null && (
              <BoundInput
                label={field.label}
                field={field}
                value={bound}
                onChange={(bound) => set({ kind, bound })}
              />
            )}
            {bound !== null && unit}
          </GoalTick>
        );
      })}
      <GoalTick
        label="Trained on"
        ticked={device !== undefined}
        idle={filled}
        onTick={(ticked) =>
          (ticked ? set : drop)({ kind: "device", device: device?.device ?? "webgpu" })
        }
      >
        {device && (
          <select
            aria-label="Trained on"
            value={device.device}
            onChange={({ target }) => {
              const chosen = devices.find((one) => one === target.value);
              if (chosen) set({ kind: "device", device: chosen });
            }}
          >
            {devices.map((one) => (
              <option key={one} value={one}>
                {goalDevices[one]}
              </option>
            ))}
          </select>
        )}
      </GoalTick>
      <QuestionGoals {...{ goals, lessons, full }} onAdd={set} onDrop={drop} />
    </Stack>
  );
}

type QuestionGoalsProps = {
  goals: readonly Goal[];
  lessons: readonly LessonQuestions[];
  /** Whether no goal can be added. */
  full: boolean;
  onAdd(goal: Goal): void;
  onDrop(goal: Goal): void;
};

const words = {
  legend: "Questions to answer",
  choice: "Question",
  first: "Choose one of a lesson…",
  add: "Add it",
  drop: "Drop the question",
};

/** Questions of the course that learners are to answer. */
function QuestionGoals({ goals, lessons, full, onAdd, onDrop }: QuestionGoalsProps) {
  const asked = goals.flatMap((goal) => (goal.kind === "answer" ? [goal.question] : []));
  const goal = (question: string) => ({ kind: "answer", question }) as const;
  return (
    <QuestionChoice
      {...{ words, lessons }}
      picked={asked}
      full={full ? `An assignment has at most ${mostGoals} goals.` : null}
      onAdd={(question) => onAdd(goal(question))}
      onDrop={(question) => onDrop(goal(question))}
    />
  );
}

/** The goals with one more, in the place of the one that asks the same thing. */
export function withGoal(goals: readonly Goal[], goal: Goal): readonly Goal[] {
  return goals.some((one) => sameKind(one, goal))
    ? goals.map((one) => (sameKind(one, goal) ? goal : one))
    : [...goals, goal];
}

/** The goals without the one that asks the same thing. */
export const withoutGoal = (goals: readonly Goal[], goal: Goal): readonly Goal[] =>
  goals.filter((one) => !sameKind(one, goal));

/** The bound of a goal until the instructor says otherwise: as the run has it. */
export function firstBound(kind: NumberGoal, run: Run): number {
  const bounds: Record<NumberGoal, number> = {
    loss: 0.1,
    accuracy: 90,
    neurons: neuronsOf(run),
    weights: networkOf(run).size,
    passes: run.passes,
  };
  const { field } = numberGoals[kind];
  return field.parse(String(bounds[kind])) === null ? 1 : bounds[kind];
}
