"use client";
import { useId, useState } from "react";
import { inputs } from "@/labs/input";
import { networkOf } from "@/labs/network";
import type { PlaneMaps } from "@/labs/plane";
import type { Run } from "@/labs/run";
import { connections, layout, type Place, rowHeight, shownMost } from "./diagram-layout";
import lab from "./lab.module.css";
import styles from "./network.module.css";
import { NeuronDetails } from "./neuron-details";
import { PlaneCanvas } from "./plane-canvas";

type Props = {
  run: Run;
  weights: Float32Array;
  maps: PlaneMaps;
  /** The neuron whose numbers and large map are shown; null for the output. */
  chosen: Place | null;
  onChoose(place: Place | null): void;
};

const arrows: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** What a place is called: an input by its name, a neuron by layer and number. */
export function nameOf(place: Place, run: Run): string {
  if (place.column === 0) {
    const input = run.inputs[place.row];
    return input ? `Input ${inputs[input].label}` : "Input";
  }
  if (place.column > run.layers.length) return "Output";
  return `Layer ${place.column}, neuron ${place.row + 1}`;
}

/** The network as maps joined by its weights. One tab stop; arrow keys move inside. */
export function NetworkDiagram({ run, weights, maps, chosen, onChoose }: Props) {
  const prefix = useId();
  const network = networkOf(run);
  const columns = layout(run);
  const places = columns.flat();
  const row = rowHeight(columns);
  const tallest = Math.max(...columns.map((column) => column.length));
  const last = columns.at(-1)?.[0];
  const [focused, setFocused] = useState<Place | null>(null);
  const stop = places.find((place) => place.id === focused?.id) ?? last;

  function move(event: React.KeyboardEvent, from: Place) {
    const [dx, dy] = arrows[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    const column = columns[from.column + dx];
    const next = column?.[Math.min(from.row + dy, column.length - 1)];
    if (!next) return;
    setFocused(next);
    document.getElementById(prefix + next.id)?.focus();
  }

  const hidden = run.layers.some((width) => width > shownMost);
  return (
    <div className={styles.diagram}>
      <p className={lab.small}>
        Each square shows where a neuron puts out more than 0 (blue) or less (orange).
        Choose one for its numbers
        {hidden ? `; the first ${shownMost} of a layer are drawn` : ""}.
      </p>
      <div
        className={styles.network}
        role="group"
        aria-label="The network, from its inputs to its output"
        style={{ height: `${tallest * row + 8}px` }}
        data-compact={row < 40 || undefined}
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {connections(network, columns, weights).map(({ from, to, weight }) => (
            <path
              key={`${from.id} ${to.id}`}
              d={`M${from.x} ${from.y}C${(from.x + to.x) / 2} ${from.y} ${(from.x + to.x) / 2} ${to.y} ${to.x} ${to.y}`}
              className={weight < 0 ? styles.negative : styles.positive}
              data-chosen={chosen?.id === to.id || chosen?.id === from.id || undefined}
              strokeWidth={Math.min(0.4 + 2 * Math.abs(weight), 8)}
            />
          ))}
        </svg>
        {places.map((place) => {
          const map =
            place.column === 0
              ? maps.inputs[place.row]
              : maps.layers[place.column - 1]?.[place.row];
          return (
            <button
              key={place.id}
              id={prefix + place.id}
              type="button"
              tabIndex={place.id === stop?.id ? 0 : -1}
              aria-pressed={place.id === (chosen ?? last)?.id}
              aria-label={nameOf(place, run)}
              style={{ left: `${place.x}%`, top: `${place.y}%` }}
              onKeyDown={(event) => move(event, place)}
              onFocus={() => {
                setFocused(place);
                onChoose(place.id === last?.id ? null : place);
              }}
              onClick={() => onChoose(place.id === last?.id ? null : place)}
            >
              {map && <PlaneCanvas values={map} side={maps.side} />}
            </button>
          );
        })}
      </div>
      {last && <NeuronDetails run={run} weights={weights} place={chosen ?? last} />}
    </div>
  );
}
