"use client";
// Each view of a lab, loaded when a lab shows it.
import { type ComponentType, lazy } from "react";
import type { ViewName } from "@/labs/catalog/lab";
import type { ViewProps } from "./training/use-lab";
import { Unloaded } from "./unloaded";

type View = ComponentType<ViewProps>;

const view = (load: () => Promise<View>) =>
  lazy(async () => ({ default: await load().catch((): View => Unloaded) }));

/** The component of each view that a lab can name. */
export const views: Readonly<Record<ViewName, View>> = {
  network: view(() =>
    import("./network/network-view").then(({ NetworkView }) => NetworkView),
  ),
  "own-data": view(() =>
    import("./own-data/own-data-view").then(({ OwnDataView }) => OwnDataView),
  ),
  learned: view(() =>
    import("./network/learned-view").then(({ LearnedView }) => LearnedView),
  ),
  "take-away": view(() =>
    import("./take-away/take-away-view").then(({ TakeAwayView }) => TakeAwayView),
  ),
  shares: view(() => import("./loss/shares-view").then(({ SharesView }) => SharesView)),
  outlier: view(() =>
    import("./loss/outlier-view").then(({ OutlierView }) => OutlierView),
  ),
  surface: view(() =>
    import("./loss/surface-view").then(({ SurfaceView }) => SurfaceView),
  ),
  hand: view(() => import("./hand/hand-view").then(({ HandView }) => HandView)),
  crossover: view(() =>
    import("./gpu/crossover-view").then(({ CrossoverView }) => CrossoverView),
  ),
  confusion: view(() =>
    import("./picture/confusion-view").then(({ ConfusionView }) => ConfusionView),
  ),
  misread: view(() =>
    import("./picture/misread-view").then(({ MisreadView }) => MisreadView),
  ),
  "looks-for": view(() =>
    import("./picture/looks-for-view").then(({ LooksForView }) => LooksForView),
  ),
  "draw-digit": view(() =>
    import("./picture/draw-digit-view").then(({ DrawDigitView }) => DrawDigitView),
  ),
  forecast: view(() =>
    import("./series/forecast-view").then(({ ForecastView }) => ForecastView),
  ),
  "own-series": view(() =>
    import("./series/own-series-view").then(({ OwnSeriesView }) => OwnSeriesView),
  ),
  vowels: view(() => import("./sound/vowels-view").then(({ VowelsView }) => VowelsView)),
  transcribe: view(() =>
    import("./sound/transcribe-view").then(({ TranscribeView }) => TranscribeView),
  ),
  memory: view(() => import("./dsvm/memory-view").then(({ MemoryView }) => MemoryView)),
  commands: view(() =>
    import("./dsvm/commands-view").then(({ CommandsView }) => CommandsView),
  ),
  notebook: view(() =>
    import("./dsvm/notebook-view").then(({ NotebookView }) => NotebookView),
  ),
};
