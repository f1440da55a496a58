"use client";
// Each view of a lab, loaded when a lab shows it.
import { type ComponentType, lazy } from "react";
import type { ViewName } from "@/labs/catalog/lab";
import type { ViewProps } from "./training/use-lab";
import { Unloaded } from "./unloaded";

type View = ComponentType<ViewProps>;

const view = (load: () => Promise<View>) =>
  lazy(async () => ({ default: await load().catch((): View => Unloaded) }));

/** Each view that a lab can name: its component, and what a tab calls it. */
export const views: Readonly<Record<ViewName, { title: string; component: View }>> = {
  network: {
    title: "Network",
    component: view(() =>
      import("./network/network-view").then(({ NetworkView }) => NetworkView),
    ),
  },
  "own-data": {
    title: "Own data",
    component: view(() =>
      import("./own-data/own-data-view").then(({ OwnDataView }) => OwnDataView),
    ),
  },
  learned: {
    title: "Features",
    component: view(() =>
      import("./network/learned-view").then(({ LearnedView }) => LearnedView),
    ),
  },
  "take-away": {
    title: "Files",
    component: view(() =>
      import("./take-away/take-away-view").then(({ TakeAwayView }) => TakeAwayView),
    ),
  },
  shares: {
    title: "Shares",
    component: view(() =>
      import("./loss/shares-view").then(({ SharesView }) => SharesView),
    ),
  },
  outlier: {
    title: "Outliers",
    component: view(() =>
      import("./loss/outlier-view").then(({ OutlierView }) => OutlierView),
    ),
  },
  surface: {
    title: "Surface",
    component: view(() =>
      import("./loss/surface-view").then(({ SurfaceView }) => SurfaceView),
    ),
  },
  hand: {
    title: "By hand",
    component: view(() => import("./hand/hand-view").then(({ HandView }) => HandView)),
  },
  crossover: {
    title: "Measure",
    component: view(() =>
      import("./gpu/crossover-view").then(({ CrossoverView }) => CrossoverView),
    ),
  },
  confusion: {
    title: "Confusion",
    component: view(() =>
      import("./picture/confusion-view").then(({ ConfusionView }) => ConfusionView),
    ),
  },
  misread: {
    title: "Misread",
    component: view(() =>
      import("./picture/misread-view").then(({ MisreadView }) => MisreadView),
    ),
  },
  "looks-for": {
    title: "Looks for",
    component: view(() =>
      import("./picture/looks-for-view").then(({ LooksForView }) => LooksForView),
    ),
  },
  "draw-digit": {
    title: "Draw",
    component: view(() =>
      import("./picture/draw-digit-view").then(({ DrawDigitView }) => DrawDigitView),
    ),
  },
  forecast: {
    title: "Forecast",
    component: view(() =>
      import("./series/forecast-view").then(({ ForecastView }) => ForecastView),
    ),
  },
  "own-series": {
    title: "Own series",
    component: view(() =>
      import("./series/own-series-view").then(({ OwnSeriesView }) => OwnSeriesView),
    ),
  },
  vowels: {
    title: "Vowels",
    component: view(() =>
      import("./sound/vowels-view").then(({ VowelsView }) => VowelsView),
    ),
  },
  transcribe: {
    title: "Writing",
    component: view(() =>
      import("./sound/transcribe-view").then(({ TranscribeView }) => TranscribeView),
    ),
  },
  memory: {
    title: "Memory",
    component: view(() =>
      import("./dsvm/memory-view").then(({ MemoryView }) => MemoryView),
    ),
  },
  commands: {
    title: "Commands",
    component: view(() =>
      import("./dsvm/commands-view").then(({ CommandsView }) => CommandsView),
    ),
  },
  notebook: {
    title: "Notebook",
    component: view(() =>
      import("./dsvm/notebook-view").then(({ NotebookView }) => NotebookView),
    ),
  },
};
