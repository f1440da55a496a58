"use client";
import { type MouseEvent, useState } from "react";
import type { PlaneMaps } from "@/labs/plane";
import type { Run } from "@/labs/run";
import { networkOf } from "@/labs/task";
import lab from "../lab.module.css";
import {
  type Connection,
  connections,
  layout,
  nearestConnection,
  rowHeight,
  shownMost,
} from "./diagram-layout";
import { nameOf, type Spot, signed, sourceOf } from "./names";
import styles from "./network.module.css";
import { Neurons } from "./neurons";
import { SummaryWires, Wires } from "./wires";

type Props = {
  run: Run;
  weights: Float32Array;
  /** What each neuron makes of the plane; null for data that is not on it. */
  maps: PlaneMaps | null;
  chosen: Spot | null;
  /** `unfold`: its numbers are asked for, too. */
  onChoose(spot: Spot, unfold?: boolean): void;
  /** A connection was clicked: its weight is to be edited. */
  onEdit(at: number, to: Spot): void;
};

/** How close a pointer must come to a line, in pixels. */
const reach = 14;

/** The network as maps joined by its weights. One tab stop; arrow keys move inside. */
export function NetworkDiagram(props: Props) {
  const { run, weights, maps, chosen, onChoose, onEdit } = props;
  const network = networkOf(run);
  const columns = layout(network, maps === null);
  const all = connections(network, columns);
  const row = rowHeight(columns);
  const height = Math.max(...columns.map((column) => column.length)) * row + 8;
  const [pointed, setPointed] = useState<Connection | null>(null);
  const [hovered, setHovered] = useState<Spot | null>(null);

  function under({ clientX, clientY, currentTarget, target }: MouseEvent) {
    if (target instanceof Element && target.closest("button")) return null;
    const box = currentTarget.getBoundingClientRect();
    const x = (100 * (clientX - box.left)) / box.width;
    const y = (100 * (clientY - box.top)) / box.height;
    return nearestConnection(all, { x, y }, (100 * reach) / box.height);
  }

  function told(): string {
    if (pointed) {
      const { from, to, at } = pointed;
      const source = sourceOf(to.column, from.row, run);
      return `${source} → ${nameOf(to, run)}: weight ${signed(weights[at] ?? 0)}`;
    }
    const layer = hovered && network.layers[hovered.column - 1];
    if (!hovered || !layer)
      return "Point at a line for its weight; click it to change it.";
    const bias = weights[layer.biasesAt + hovered.row] ?? 0;
    return `${nameOf(hovered, run)}: bias ${signed(bias)}, weights below once you choose it`;
  }

  const drawnAll = network.layers.every(({ outputs }) => outputs <= shownMost);
  const first = columns[0]?.[0];
  return (
    <>
      <p className={lab.small}>
        {maps
          ? "Each square shows where a neuron puts out more than 0 (blue) or less (orange). "
          : "Each square is a neuron. "}
        Choose one for its numbers
        {drawnAll ? "" : `; the first ${shownMost} of a layer are drawn`}.
      </p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: each neuron lists the same weights */}
      <div
        className={styles.network}
        role="group"
        aria-label="The network, from its inputs to its output"
        style={{ height: `${height}px` }}
        data-compact={row < 40 || undefined}
        data-pointing={pointed ? true : undefined}
        onPointerMove={(event) => setPointed(under(event))}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          const one = under(event);
          if (one) onEdit(one.at, one.to);
        }}
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {first && !maps && <SummaryWires from={first} to={columns[1] ?? []} />}
          <Wires {...{ all, weights, chosen }} pointed={pointed?.at ?? null} />
        </svg>
        <Neurons {...{ run, columns, maps, chosen, onChoose }} onHover={setHovered} />
      </div>
      <p className={styles.told}>{told()}</p>
    </>
  );
}
