// Every figure a lesson can show, by the name it asks for.
import type { ComponentType } from "react";
import { DsvmChoices } from "./dsvm-choices";
import { FeedForward } from "./feed-forward";
import { GpuSizes } from "./gpu-sizes";
import { Lanes } from "./lanes";
import { LearningLoop } from "./learning-loop";
import { LossShapes } from "./loss-shapes";
import { ThreeInputs } from "./three-inputs";

/** `alt` says in words what the figure shows; a figure takes nothing else. */
export const figures = {
  "learning-loop": LearningLoop,
  "feed-forward": FeedForward,
  "three-inputs": ThreeInputs,
  "loss-shapes": LossShapes,
  lanes: Lanes,
  "dsvm-choices": DsvmChoices,
  "gpu-sizes": GpuSizes,
} as const satisfies Record<string, ComponentType<{ alt: string }>>;

export type FigureName = keyof typeof figures;
