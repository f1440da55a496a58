// The figures of the lessons: drawings of an idea, in letters and inks of one kind.
import type { ComponentType } from "react";
import { DsvmChoices } from "./dsvm-choices";
import { FeedForward } from "./feed-forward";
import { GpuSizes } from "./gpu-sizes";
import { Lanes } from "./lanes";
import { LearningLoop } from "./learning-loop";
import { LossShapes } from "./loss-shapes";
import { ThreeInputs } from "./three-inputs";

/** Every figure, by the name a lesson asks for; `alt` says in words what it shows. */
export const figures = {
  "learning-loop": LearningLoop,
  "feed-forward": FeedForward,
  "three-inputs": ThreeInputs,
  "loss-shapes": LossShapes,
  lanes: Lanes,
  "dsvm-choices": DsvmChoices,
  "gpu-sizes": GpuSizes,
} as const satisfies Record<string, ComponentType<{ alt: string }>>;

/** The name of a figure. */
export type FigureName = keyof typeof figures;
