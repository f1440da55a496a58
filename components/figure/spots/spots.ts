// Every figure that a question can ask to be pointed at, and the places it has.
import type { ComponentType } from "react";
import { ConfusionGrid } from "./confusion-grid";
import { CurveOverfit } from "./curve-overfit";
import { CurvesRates } from "./curves-rates";
import { LossSlopes } from "./loss-slopes";
import { NetworkParts } from "./network-parts";
import { RocPlaces } from "./roc-places";
import type { SpotProps } from "./spot";
import { WaitingLanes } from "./waiting-lanes";

type SpotFigure = { Drawing: ComponentType<SpotProps>; spots: readonly string[] };

const figures: Readonly<Record<string, SpotFigure>> = {
  "network-parts": {
    Drawing: NetworkParts,
    spots: ["input", "hidden", "output", "weight", "bias"],
  },
  "curve-overfit": {
    Drawing: CurveOverfit,
    spots: ["start", "falling", "turn", "gap"],
  },
  "curves-rates": { Drawing: CurvesRates, spots: ["slow", "good", "wild"] },
  "confusion-grid": {
    Drawing: ConfusionGrid,
    spots: ["diagonal", "a-as-o", "o-as-a", "row-e"],
  },
  "roc-places": {
    Drawing: RocPlaces,
    spots: ["strict", "middle", "loose", "diagonal", "corner"],
  },
  lanes: { Drawing: WaitingLanes, spots: ["busy", "idle", "transfer"] },
  "loss-slopes": { Drawing: LossSlopes, spots: ["squared", "absolute", "huber"] },
};

/** The figure with spots of this name, or null. */
export const spotFigure = (name: string): SpotFigure | null =>
  Object.hasOwn(figures, name) ? (figures[name] ?? null) : null;

export const spotFigureNames = Object.keys(figures);
