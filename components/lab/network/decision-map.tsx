"use client";
import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useId,
  useState,
} from "react";
import { Button } from "@/components/kit/button";
import { Small } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { classOf, lookOf } from "@/components/lab/plane/class-look";
import { MapFigure, MapFrame } from "@/components/lab/plane/map-frame";
import {
  crossAt,
  isShown,
  mapSize,
  onMap,
  type PlanePlace,
  placeAfter,
  placeText,
  placeUnder,
} from "@/components/lab/plane/plane-place";
import { PlanePoints } from "@/components/lab/plane/plane-points";
import { type Point, planeRadius } from "@/labs/data/dataset";
import { kindOf } from "@/labs/data/datasets";
import { classNames, featuresAt, heldSet, type Split } from "@/labs/data/sample";
import type { TargetKind } from "@/labs/network/loss";
import type { Run } from "@/labs/run/run";
import {
  neuronsAt,
  type PlaneMaps,
  type Winners,
  winnersOf,
} from "@/labs/training/plane-maps";
import { classesOf, noClass } from "@/labs/training/score";
import styles from "./decision-map.module.css";
import { MapLegend } from "./map-legend";
import { useDesk } from "./network-desk";
import { type NeuronSpot, nameOf, signed } from "./neuron-names";
import { PlaneCanvas } from "./plane-canvas";

/** The large map of a lab whose data lie on the plane: of the network, or the chosen neuron. */
export const MapView = memo(function MapView() {
  const { drawn, maps, chosen, still, act } = useDesk();
  const { run, weights, sample } = drawn;
  if (!maps || !sample.points) return null;
  return (
    <DecisionMap
      {...{ run, weights, maps, chosen, still }}
      points={sample.points}
      onWhole={() => act.current.choose(null)}
    />
  );
});

type Props = {
  run: Run;
  weights: Float32Array;
  maps: PlaneMaps;
  points: Split;
  /** The neuron whose map is drawn; null for what the whole network says. */
  chosen: NeuronSpot | null;
  /** Lies under the map until that is painted. */
  still?: ReactNode;
  onWhole(): void;
};

/** The class of each place by the sign of its one score: 0 or 1, or `noClass`. */
const signsOf = (values: Float32Array) =>
  Int8Array.from(values, (v) => (Number.isNaN(v) ? noClass : Number(v > 0)));

/** The output of the network, or of one neuron, at every place, with the points on top. */
function DecisionMap(props: Props) {
  const { run, weights, maps, points, chosen, still, onWhole } = props;
  const id = useId();
  const readingOf = (place: PlanePlace) => readingAt(run, weights, place, chosen);
  // Spoken when the cross is moved, not each time the weights change.
  const [spoken, setSpoken] = useState("");
  const { place, handlers } = useCross((at) => setSpoken(readingOf(at)));
  const scores = maps.layers.at(-1) ?? [];
  const kind = kindOf(run);
  const several = kind === "several";
  const held = heldSet(run);
  const layer =
    chosen && (chosen.column === 0 ? maps.inputs : maps.layers[chosen.column - 1]);
  const values = chosen ? layer?.[chosen.row] : several ? undefined : scores[0];
  const winners = values ? null : winnersOf(scores);
  const classes = several && values ? [] : classNames(run);
  const named = winners?.classes ?? signsOf(values ?? new Float32Array());
  const subject = chosen
    ? nameOf(chosen, run)
    : several
      ? "The class that scores highest"
      : "Output of the network";
  return (
    <MapFigure>
      <MapFrame
        keyed
        aria-label="Map of the plane: arrow keys move a cross, its numbers are read out"
        aria-describedby={`${id}-caption`}
        {...handlers}
      >
        {still}
        <PlaneCanvas values={values ?? winners ?? new Float32Array()} side={maps.side} />
        {winners && <AreaMarks winners={winners} side={maps.side} />}
        <MapMarks points={points} kind={kind} />
        {place && (
          <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
            <path className={styles.cross} d={crossAt(place)} />
          </svg>
        )}
        {place && (
          <p className={styles.reading} data-above={place.y < 0 || undefined}>
            {readingOf(place)}
          </p>
        )}
      </MapFrame>
      <Status unseen>{spoken}</Status>
      <Small as="figcaption" id={`${id}-caption`} className={styles.caption}>
        <b>{subject}.</b> <span>Point at it for numbers.</span>
        <span className="visually-hidden">
          {" "}
          Arrow keys move a cross. x and y from −{planeRadius} to {planeRadius}
          {several
            ? chosen && "; blue above 0, orange below"
            : "; ● blue is +1, ◆ orange is −1"}
          ; {held} points are hollow.
        </span>
      </Small>
      <div className={styles.below}>
        <MapLegend classes={classes} named={named} />
        <Small as="span">hollow: {held}</Small>
        {chosen && several && (
          <Button look="link" onClick={onWhole}>
            Show all classes
          </Button>
        )}
      </div>
    </MapFigure>
  );
}

/**
 * A cross on a map: it follows the pointer, and stays where it was clicked or moved to
 * with the arrow keys; `onPin` is told where.
 */
function useCross(onPin: (place: PlanePlace) => void) {
  const [pinned, setPinned] = useState<PlanePlace | null>(null);
  const [hovered, setHovered] = useState<PlanePlace | null>(null);
  function pin(place: PlanePlace) {
    setPinned(place);
    onPin(place);
  }
  return {
    place: hovered ?? pinned,
    handlers: {
      onPointerMove(event: PointerEvent) {
        if (event.pointerType !== "touch") setHovered(placeUnder(event));
      },
      onPointerLeave: () => setHovered(null),
      onPointerUp: (event: PointerEvent) => pin(placeUnder(event)),
      onKeyDown(event: KeyboardEvent) {
        const next = placeAfter(event, pinned ?? { x: 0, y: 0 });
        if (event.key === "Escape") setPinned(null);
        if (!next) return;
        event.preventDefault();
        setHovered(null);
        pin(next);
      },
    },
  };
}

type MarkProps = { point: Point; tested: boolean };

/** One example whose target is a number, fuller where that is larger; those held out are hollow. */
function Mark({ point, tested }: MarkProps) {
  const { mark, path } = lookOf(classOf(point.target, false));
  return (
    <path
      d={path}
      transform={`translate(${onMap(point.x)} ${onMap(-point.y)})`}
      fill={tested ? "#fff" : mark}
      stroke={tested ? mark : "#fff"}
      className={tested ? styles.hollow : styles.filled}
      opacity={0.35 + 0.65 * Math.min(Math.abs(point.target), 1)}
    />
  );
}

type MapMarksProps = { points: Split; kind: TargetKind };

/** All points of a run. They never change while it trains, so they are drawn once. */
const MapMarks = memo(function MapMarks({ points, kind }: MapMarksProps) {
  if (kind !== "number")
    return <PlanePoints points={points} several={kind === "several"} />;
  const marks = (list: readonly Point[], tested: boolean) =>
    list.map((point, index) => {
      const name = `${tested} ${index}`;
      return isShown(point) && <Mark key={name} {...{ point, tested }} />;
    });
  return (
    <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
      {marks(points.held, true)}
      {marks(points.train, false)}
    </svg>
  );
});

/** Areas of several classes bear their shapes at a grid of so many places each way. */
const across = 8;

/**
 * The shape of the winning class here and there: who cannot tell the colours reads it.
 */
function AreaMarks({ winners, side }: { winners: Winners; side: number }) {
  const places = Array.from({ length: across * across }, (_, index) => ({
    x: (0.5 + (index % across)) / across,
    y: (0.5 + Math.floor(index / across)) / across,
  }));
  return (
    <svg
      viewBox={`0 0 ${mapSize} ${mapSize}`}
      className={styles.areaMarks}
      aria-hidden="true"
    >
      {places.map(({ x, y }) => {
        const at = Math.floor(y * side) * side + Math.floor(x * side);
        const winner = winners.classes[at] ?? noClass;
        if (winner === noClass) return null;
        const { path, mark } = lookOf(winner);
        const move = `translate(${mapSize * x} ${mapSize * y}) scale(0.8)`;
        return <path key={`${x} ${y}`} d={path} transform={move} stroke={mark} />;
      })}
    </svg>
  );
}

/** The output of a neuron at a place. */
function valueAt(run: Run, weights: Float32Array, place: PlanePlace, spot: NeuronSpot) {
  if (spot.column === 0) return featuresAt(run, [place])[spot.row] ?? 0;
  return neuronsAt(run, weights, place)[spot.column - 1]?.[spot.row] ?? 0;
}

/** All scores at a place, and the class they stand for. */
function scoresText(run: Run, scores: Float64Array): string {
  const classes = classNames(run);
  const kind = kindOf(run);
  const [score = 0] = scores;
  if (kind !== "several" && Number.isNaN(score))
    return "what the network puts out is not a number";
  if (kind === "number") return `the network puts out ${signed(score)}`;
  if (kind === "classes") {
    return `the network puts out ${signed(score)}: ${classes[Number(score > 0)]}`;
  }
  const [best = noClass] = classesOf(scores, scores.length);
  const each = Array.from(scores, (one, at) => `${classes[at]} ${signed(one)}`);
  return `the scores are ${each.join(", ")}: ${classes[best] ?? "no class"}`;
}

/** The exact outputs of the network, and of the chosen neuron if any, at a place. */
export function readingAt(
  run: Run,
  weights: Float32Array,
  place: PlanePlace,
  chosen: NeuronSpot | null,
): string {
  const scores = neuronsAt(run, weights, place).at(-1) ?? new Float64Array();
  const whole = `At ${placeText(place)} ${scoresText(run, scores)}.`;
  if (!chosen) return whole;
  return `${whole} ${nameOf(chosen, run)}: ${signed(valueAt(run, weights, place, chosen))}.`;
}
