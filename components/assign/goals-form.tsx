"use client";
import type { Assignment } from "@/labs/assignment/assignment";
import {
  type Goal,
  goalDevices,
  mostGoals,
  type NumberGoal,
  numberGoals,
} from "@/labs/assignment/goal";
import { kindOf } from "@/labs/dataset";
import styles from "./assign.module.css";
import { BoundInput } from "./bound-input";
import { firstBound, withGoal, withoutGoal } from "./changed-goals";
import { GoalTick } from "./goal-tick";
import type { LessonQuestions } from "./question-choice";
import { QuestionGoals } from "./question-goals";

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
    <div className={styles.goals}>
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
    </div>
  );
}
