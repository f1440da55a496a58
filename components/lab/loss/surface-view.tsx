"use client";
import { useMemo, useState } from "react";
import type { Axes } from "@/labs/landscape/loss-surface";
import { weightName } from "@/labs/landscape/weight-name";
import { networkOf } from "@/labs/task";
import lab from "../lab.module.css";
import type { ViewProps } from "../training/use-lab";
import styles from "./loss.module.css";
import { type Asked, efforts, firstAxes, type Place, surfaceNow } from "./surface";
import { SurfaceControls } from "./surface-controls";
import { SurfaceCross } from "./surface-cross";
import { SurfaceLegend } from "./surface-legend";
import { SurfaceMap } from "./surface-map";
import { SurfaceTable } from "./surface-table";
import { reachText, savedText, surfaceText } from "./surface-words";
import { useSliced } from "./use-sliced";

/** The train loss over two of the weights, with the path that training takes on it. */
export function SurfaceView({ state, side, controls }: ViewProps) {
  const { run } = side;
  const [wanted, setAxes] = useState<Axes | null>(null);
  const [zoom, setZoom] = useState(0);
  const [cross, setCross] = useState<Place | null>(null);
  const [asTable, setAsTable] = useState(false);
  const network = useMemo(() => networkOf(run), [run]);
  const known = wanted?.every((at) => at < network.size);
  const [across, up] = wanted && known ? wanted : firstAxes(network);
  const effort = state.status === "running" ? efforts.running : efforts.resting;
  const asked = useMemo(
    (): Asked => ({ side, axes: [across, up], zoom, effort }),
    [side, across, up, zoom, effort],
  );
  const found = useSliced(asked, surfaceNow);

  function turn(axes: Axes) {
    setAxes(axes);
    setZoom(0);
    setCross(null);
  }

  const names = (axes: Axes) => axes.map((at) => weightName(run, network, at));
  const [first = "", second = ""] = names(found?.of.axes ?? [across, up]);
  const reach = found && reachText(found.value.surface.frame);
  const text = found ? surfaceText(found.of, found.value).join(" ") : "";
  return (
    <div role="group" className={styles.view} aria-label="Loss surface">
      <h3>The loss surface over two weights{side.label && <>: {side.label}</>}</h3>
      <p>
        {text || "Working out the surface…"}{" "}
        <span className={lab.small}>
          All other weights are as they are now, so earlier points of the path once had
          another loss than the surface shows. {found && savedText(found.of, found.value)}
        </span>
      </p>
      <div className={styles.beside}>
        {found && (
          <figure className={styles.map}>
            <SurfaceMap
              drawn={found.value}
              cross={cross}
              onCross={setCross}
              label="Loss surface: arrow keys move a cross, its loss is told below"
            />
            <figcaption>
              Across: {first}, {reach?.across}. Upwards: {second}, {reach?.up}. ○ where
              training began, ● where it is.
            </figcaption>
          </figure>
        )}
        <div className={styles.column}>
          <SurfaceControls
            {...{ side, network, across, up, zoom, setZoom }}
            onTurn={turn}
          />
          {found && <SurfaceLegend levels={found.value.levels} />}
          {cross && <SurfaceCross {...{ state, controls, asked, cross }} />}
          <div>
            <button
              type="button"
              aria-expanded={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              Surface as a table
            </button>
          </div>
          {asTable && found && (
            <SurfaceTable surface={found.value.surface} across={first} up={second} />
          )}
        </div>
      </div>
    </div>
  );
}
