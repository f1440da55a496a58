"use client";
import type { Axes } from "@/labs/landscape/loss-surface";
import type { Network } from "@/labs/network";
import lab from "../lab.module.css";
import type { Side } from "../training/sides";
import styles from "./loss.module.css";
import { movedMost } from "./surface";
import { WeightChoice } from "./weight-choice";

/** How often the surface can be halved or doubled. */
const deepest = 8;

type Props = {
  side: Side;
  network: Network;
  across: number;
  up: number;
  zoom: number;
  setZoom(zoom: number): void;
  onTurn(axes: Axes): void;
};

/** Which two weights the surface is over, and how much of it is in view. */
export function SurfaceControls(props: Props) {
  const { side, network, across, up, zoom, setZoom, onTurn } = props;
  const { run } = side;
  return (
    <>
      <div className={styles.axes}>
        <WeightChoice
          {...{ run, network }}
          label="Across"
          at={across}
          taken={up}
          onChoose={(at) => onTurn([at, up])}
        />
        <WeightChoice
          {...{ run, network }}
          label="Upwards"
          at={up}
          taken={across}
          onChoose={(at) => onTurn([across, at])}
        />
      </div>
      <div className={lab.row} role="group" aria-label="View of the surface">
        <button type="button" onClick={() => onTurn(movedMost(side))}>
          The two that moved most
        </button>
        <button
          type="button"
          disabled={zoom >= deepest}
          onClick={() => setZoom(zoom + 1)}
        >
          Zoom in
        </button>
        <button
          type="button"
          disabled={zoom <= -deepest}
          onClick={() => setZoom(zoom - 1)}
        >
          Zoom out
        </button>
        <button type="button" disabled={zoom === 0} onClick={() => setZoom(0)}>
          Whole path
        </button>
      </div>
    </>
  );
}
