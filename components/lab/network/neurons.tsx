"use client";
import { type KeyboardEvent, useId, useState } from "react";
import { arrowKeys } from "@/components/kit/arrow-keys";
import { kindOf } from "@/labs/dataset";
import { classNames, inputNames } from "@/labs/input-names";
import type { PlaneMaps } from "@/labs/plane";
import type { Run } from "@/labs/run";
import { ClassSign } from "../plane/class-look";
import type { Place } from "./diagram-layout";
import { nameOf, type Spot, sameSpot } from "./names";
import { PlaneCanvas } from "./plane-canvas";

type Props = {
  run: Run;
  columns: readonly (readonly Place[])[];
  maps: PlaneMaps | null;
  chosen: Spot | null;
  /** `unfold`: its numbers are asked for, too. */
  onChoose(spot: Spot, unfold?: boolean): void;
  onHover(spot: Spot | null): void;
};

/** A button for each input and neuron, with its map or its number. */
export function Neurons({ run, columns, maps, chosen, onChoose, onHover }: Props) {
  const prefix = useId();
  const places = columns.flat();
  const last = columns.at(-1)?.[0];
  const lastColumn = columns.length - 1;
  const several = kindOf(run) === "several";
  const [focused, setFocused] = useState<string | null>(null);
  const stop = places.find((place) => place.id === focused) ?? last;

  function move(event: KeyboardEvent, from: Place) {
    const arrow = arrowKeys[event.key];
    if (!arrow) return;
    event.preventDefault();
    const [right, down] = arrow;
    const column = columns[from.column + right];
    const next = column?.[Math.min(from.row + down, column.length - 1)];
    if (next) document.getElementById(prefix + next.id)?.focus();
  }

  function face(place: Place) {
    if (!maps) return <span>{textOf(place, run, lastColumn)}</span>;
    const { column, row } = place;
    const map = column === 0 ? maps.inputs[row] : maps.layers[column - 1]?.[row];
    return (
      <>
        {map && <PlaneCanvas values={map} side={maps.side} />}
        {several && column === lastColumn && <ClassSign of={row} size={14} />}
      </>
    );
  }

  return places.map((place) => (
    <button
      key={place.id}
      id={prefix + place.id}
      type="button"
      tabIndex={place.id === stop?.id ? 0 : -1}
      aria-pressed={sameSpot(place, chosen ?? (several ? null : (last ?? null)))}
      aria-label={nameOf(place, run)}
      style={{ left: `${place.x}%`, top: `${place.y}%` }}
      onKeyDown={(event) => move(event, place)}
      onPointerEnter={() => onHover(place)}
      onPointerLeave={() => onHover(null)}
      onFocus={() => {
        setFocused(place.id);
        onChoose(place);
      }}
      onClick={() => onChoose(place, true)}
    >
      {face(place)}
    </button>
  ));
}

/** What a place shows where there is no map. */
function textOf({ column, row }: Place, run: Run, lastColumn: number): string {
  if (column === 0) return String(inputNames(run).length);
  return (column === lastColumn && classNames(run)[row]) || String(row + 1);
}
