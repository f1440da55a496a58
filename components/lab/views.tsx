"use client";
// Each view of a lab. All but one are loaded when a lab shows them; with the page where that
// holds them already.
import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { ViewName } from "@/labs/catalog/lab";
import { hasConvolution } from "@/labs/run/run";
import { NetworkView } from "./network/network-view";
import type { ViewProps } from "./training/use-lab";
import { Unloaded } from "./unloaded";

type View = { title: string; component: ComponentType<ViewProps> };

const unloaded = () => Unloaded;

const Detectors = dynamic<ViewProps>(() =>
  import("./picture/looks-for-view").then(({ LooksForView }) => LooksForView, unloaded),
);

const Kernels = dynamic<ViewProps>(() =>
  import("./convolution/kernels-view").then(({ KernelsView }) => KernelsView, unloaded),
);

/** The patterns that the first layer looks for: its kernels, where it has some. */
const LooksFor = (props: ViewProps) =>
  hasConvolution(props.side.run) ? <Kernels {...props} /> : <Detectors {...props} />;

/** Each view that a lab can name: its component, and what a tab calls it. */
export const views: Readonly<Record<ViewName, View>> = {
  // Most labs open with it: another request would cost more than its few lines.
  network: { title: "Network", component: NetworkView },
  "own-data": {
    title: "Own data",
    component: dynamic<ViewProps>(() =>
      import("./own-data/own-data-view").then(({ OwnDataView }) => OwnDataView, unloaded),
    ),
  },
  learned: {
    title: "Features",
    component: dynamic<ViewProps>(() =>
      import("./network/learned-view").then(({ LearnedView }) => LearnedView, unloaded),
    ),
  },
  "take-away": {
    title: "Files",
    component: dynamic<ViewProps>(() =>
      import("./take-away/take-away-view").then(
        ({ TakeAwayView }) => TakeAwayView,
        unloaded,
      ),
    ),
  },
  shares: {
    title: "Shares",
    component: dynamic<ViewProps>(() =>
      import("./loss/shares-view").then(({ SharesView }) => SharesView, unloaded),
    ),
  },
  outlier: {
    title: "Outliers",
    component: dynamic<ViewProps>(() =>
      import("./loss/outlier-view").then(({ OutlierView }) => OutlierView, unloaded),
    ),
  },
  surface: {
    title: "Surface",
    component: dynamic<ViewProps>(() =>
      import("./loss/surface-view").then(({ SurfaceView }) => SurfaceView, unloaded),
    ),
  },
  hand: {
    title: "By hand",
    component: dynamic<ViewProps>(() =>
      import("./hand/hand-view").then(({ HandView }) => HandView, unloaded),
    ),
  },
  crossover: {
    title: "Measure",
    component: dynamic<ViewProps>(() =>
      import("./gpu/crossover-view").then(({ CrossoverView }) => CrossoverView, unloaded),
    ),
  },
  confusion: {
    title: "Confusion",
    component: dynamic<ViewProps>(() =>
      import("./picture/confusion-view").then(
        ({ ConfusionView }) => ConfusionView,
        unloaded,
      ),
    ),
  },
  decision: {
    title: "Yes or no",
    component: dynamic<ViewProps>(() =>
      import("./decision/decision-view").then(
        ({ DecisionView }) => DecisionView,
        unloaded,
      ),
    ),
  },
  misread: {
    title: "Misread",
    component: dynamic<ViewProps>(() =>
      import("./picture/misread-view").then(({ MisreadView }) => MisreadView, unloaded),
    ),
  },
  "looks-for": { title: "Looks for", component: LooksFor },
  kernels: { title: "Kernels", component: Kernels },
  "draw-digit": {
    title: "Draw",
    component: dynamic<ViewProps>(() =>
      import("./picture/draw-digit-view").then(
        ({ DrawDigitView }) => DrawDigitView,
        unloaded,
      ),
    ),
  },
  forecast: {
    title: "Forecast",
    component: dynamic<ViewProps>(() =>
      import("./series/forecast-view").then(({ ForecastView }) => ForecastView, unloaded),
    ),
  },
  "own-series": {
    title: "Own series",
    component: dynamic<ViewProps>(() =>
      import("./series/own-series-view").then(
        ({ OwnSeriesView }) => OwnSeriesView,
        unloaded,
      ),
    ),
  },
  vowels: {
    title: "Vowels",
    component: dynamic<ViewProps>(() =>
      import("./sound/vowels-view").then(({ VowelsView }) => VowelsView, unloaded),
    ),
  },
  transcribe: {
    title: "Writing",
    component: dynamic<ViewProps>(() =>
      import("./sound/transcribe-view").then(
        ({ TranscribeView }) => TranscribeView,
        unloaded,
      ),
    ),
  },
  text: {
    title: "Text",
    component: dynamic<ViewProps>(() =>
      import("./text/text-view").then(({ TextView }) => TextView, unloaded),
    ),
  },
  "own-text": {
    title: "Own text",
    component: dynamic<ViewProps>(() =>
      import("./text/own-text-view").then(({ OwnTextView }) => OwnTextView, unloaded),
    ),
  },
  memory: {
    title: "Memory",
    component: dynamic<ViewProps>(() =>
      import("./dsvm/memory-view").then(({ MemoryView }) => MemoryView, unloaded),
    ),
  },
  commands: {
    title: "Commands",
    component: dynamic<ViewProps>(() =>
      import("./dsvm/commands-view").then(({ CommandsView }) => CommandsView, unloaded),
    ),
  },
  notebook: {
    title: "Notebook",
    component: dynamic<ViewProps>(() =>
      import("./dsvm/notebook-view").then(({ NotebookView }) => NotebookView, unloaded),
    ),
  },
};
