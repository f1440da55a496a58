"use client";
import type { ReactNode } from "react";
import { Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { counted } from "@/labs/arithmetic/number-text";
import { type Assignment, totalPoints } from "@/labs/assignment/assignment";
import { neuronsOf } from "@/labs/assignment/attempt";
import {
  type Goal,
  goalDevices,
  goalText,
  mostGoals,
  type NumberGoal,
  numberGoals,
  sameKind,
} from "@/labs/assignment/goal";
import { kindOf } from "@/labs/data/datasets";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { BoundInput, GoalTick, PointsInput } from "./goal-tick";
import { type LessonQuestions, QuestionChoice } from "./question-choice";

type Props = {
  draft: Assignment;
  lessons: readonly LessonQuestions[];
  onChange(part: Partial<Pick<Assignment, "goals" | "quizPoints">>): void;
};

const numberKinds = Object.keys(numberGoals) as readonly NumberGoal[];
const devices = Object.keys(goalDevices) as readonly (keyof typeof goalDevices)[];

/** Every goal that a lab can have: ticks with their numbers and points, and questions. */
export function GoalsForm({ draft, lessons, onChange }: Props) {
  const { goals, run } = draft;
  const total = totalPoints(draft);
  const onGoals = (goals: readonly Goal[]) => onChange({ goals });
  const full = goals.length >= mostGoals;
  const filled = full ? `${mostGoals} goals are set already.` : null;
  const first = total === null ? {} : { points: 1 };
  const set = (goal: Goal) => onGoals(withGoal(goals, goal));
  const add = (goal: Goal) => set({ ...goal, ...first });
  const worth = (goal: Goal | undefined) =>
    goal &&
    total !== null && (
      <PointsInput
        label={`Points for ${goalText(goal)}`}
        value={goal.points ?? 0}
        onChange={(points) => onGoals(withPoints(goals, goal, points))}
      />
    );
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
            onTick={(ticked) => (ticked ? add(tick) : drop(tick))}
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
            {worth(goal)}
          </GoalTick>
        );
      })}
      <GoalTick
        label="Trained on"
        ticked={device !== undefined}
        idle={filled}
        onTick={(ticked) =>
          (ticked ? add : drop)({ kind: "device", device: device?.device ?? "webgpu" })
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
        {worth(device)}
        {device?.device === "webgpu" && (
          <Small as="span">
            Nothing but the receipt’s word can tell: it stays “unconfirmed”.
          </Small>
        )}
      </GoalTick>
      <QuestionGoals {...{ goals, lessons, full, worth }} onAdd={add} onDrop={drop} />
      <Worth {...{ draft, total, onChange }} />
    </Stack>
  );
}

type QuestionGoalsProps = {
  goals: readonly Goal[];
  lessons: readonly LessonQuestions[];
  /** Whether no goal can be added. */
  full: boolean;
  /** The input for the points of a goal, where goals have points. */
  worth(goal: Goal): ReactNode;
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
function QuestionGoals(props: QuestionGoalsProps) {
  const { goals, lessons, full, worth, onAdd, onDrop } = props;
  const asked = goals.flatMap((goal) => (goal.kind === "answer" ? [goal.question] : []));
  const goal = (question: string) => ({ kind: "answer", question }) as const;
  return (
    <QuestionChoice
      {...{ words, lessons }}
      picked={asked}
      full={full ? `An assignment has at most ${mostGoals} goals.` : null}
      onAdd={(question) => onAdd(goal(question))}
      onDrop={(question) => onDrop(goal(question))}
      beside={(question) => {
        const asked = goals.find((one) => sameKind(one, goal(question)));
        return asked && worth(asked);
      }}
    />
  );
}

type WorthProps = Pick<Props, "draft" | "onChange"> & { total: number | null };

/** Whether goals give points, and how many the assignment gives in all. */
function Worth({ draft, total, onChange }: WorthProps) {
  const { goals, quiz, quizPoints } = draft;
  const nothing = goals.length === 0 && quiz.length === 0;
  const give = (ticked: boolean) =>
    onChange({
      goals: goals.map((goal) => pointed(goal, ticked ? 1 : 0)),
      quizPoints: ticked && quiz.length > 0 ? quiz.length : null,
    });
  return (
    <GoalTick
      label="Points for each goal"
      ticked={total !== null}
      idle={nothing ? "Set a goal first." : null}
      onTick={give}
    >
      {total !== null && (
        <Status as="span">
          The assignment gives {counted(total, "point")} in all
          {quizPoints === null ? "." : `, ${quizPoints} of them for graded questions.`}
        </Status>
      )}
    </GoalTick>
  );
}

/** A goal that is worth so many points; 0: without any. */
function pointed(goal: Goal, points: number): Goal {
  const { points: _, ...rest } = goal;
  return points > 0 ? { ...rest, points } : rest;
}

/** The goals, one of them worth other points. */
export const withPoints = (
  goals: readonly Goal[],
  goal: Goal,
  points: number,
): readonly Goal[] =>
  goals.map((one) => (sameKind(one, goal) ? pointed(one, points) : one));

/**
 * The goals with one more, in the place of the one that asks the same thing, whose points it
 * takes over.
 */
export function withGoal(goals: readonly Goal[], goal: Goal): readonly Goal[] {
  return goals.some((one) => sameKind(one, goal))
    ? goals.map((one) =>
        sameKind(one, goal) ? pointed(goal, goal.points ?? one.points ?? 0) : one,
      )
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
    copies: 0,
  };
  const { field } = numberGoals[kind];
  return field.parse(String(bounds[kind])) === null ? 1 : bounds[kind];
}
