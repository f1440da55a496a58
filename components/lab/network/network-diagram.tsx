"use client";
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useId,
  useMemo,
  useState,
} from "react";
import { arrowKeys } from "@/components/kit/arrow-keys";
import { Button } from "@/components/kit/button";
import { ClassSign } from "@/components/lab/plane/class-look";
import { kindOf } from "@/labs/data/datasets";
import { classNames, inputNames } from "@/labs/data/sample";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import type { PlaneMaps } from "@/labs/training/plane-maps";
import {
  type DrawnNeuron,
  type DrawnWeight,
  drawnWeights,
  layout,
  lineOf,
  nearestWeight,
  shownMost,
  thicknessOf,
} from "./diagram-layout";
import { LayerButtons, LayerSteps } from "./layer-steps";
import type { NetworkDesk } from "./network-desk";
import styles from "./network-diagram.module.css";
import { type NeuronSpot, nameOf, sameSpot, signed, sourceOf } from "./neuron-names";
import { PlaneCanvas } from "./plane-canvas";
import { WeightSlider } from "./weight-slider";

type Props = {
  desk: NetworkDesk;
  /** The weight whose slider stands at its line, by its place; null for none. */
  slid: number | null;
  onSlide(at: number | null): void;
  /** A line was clicked: its weight is to be edited. */
  onEdit(at: number, to: NeuronSpot): void;
  /** Whether the hidden layers can be changed here. */
  changesLayers: boolean;
};

/** The distance within which a pointer finds a line, in pixels. */
const reach = 14;

/** The network as maps joined by its weights. One tab stop; arrow keys move inside. */
export function NetworkDiagram(props: Props) {
  const { desk, slid, onSlide, onEdit, changesLayers } = props;
  const { drawn, maps, chosen, readOnly, act } = desk;
  const { run, weights } = drawn;
  const onPlane = maps !== null;
  const { network, columns, all } = useMemo(() => {
    const network = networkOf(run);
    const columns = layout(network, !onPlane);
    return { network, columns, all: drawnWeights(network, columns) };
  }, [run, onPlane]);
  const setLayers = (layers: Run["layers"]) => act.current.setLayers(layers);
  const rows = Math.max(...columns.map((column) => column.length));
  const [pointed, setPointed] = useState<DrawnWeight | null>(null);
  const [hovered, setHovered] = useState<NeuronSpot | null>(null);
  const sliding = all.find(({ at }) => at === slid);

  function under({ clientX, clientY, currentTarget }: MouseEvent) {
    const box = currentTarget.getBoundingClientRect();
    const x = (100 * (clientX - box.left)) / box.width;
    const y = (100 * (clientY - box.top)) / box.height;
    return nearestWeight(all, { x, y }, (100 * reach) / box.height);
  }

  function reading(): string {
    if (pointed) {
      const { from, to, at } = pointed;
      const source = sourceOf(to.column, from.row, run);
      return `${source} → ${nameOf(to, run)}: weight ${signed(weights[at] ?? 0)}`;
    }
    const layer = hovered && network.layers[hovered.column - 1];
    if (!hovered || !layer) {
      const hidden = network.layers.some(({ outputs }) => outputs > shownMost);
      const most = hidden ? ` The first ${shownMost} neurons of a layer are drawn.` : "";
      return `Point at a neuron or a line; click to change it.${most}`;
    }
    const bias = weights[layer.biasesAt + hovered.row] ?? 0;
    return `${nameOf(hovered, run)}: bias ${signed(bias)}`;
  }

  const first = columns[0]?.[0];
  return (
    <div className={styles.diagram}>
      {changesLayers && (
        <LayerSteps layers={run.layers} columns={columns} onLayers={setLayers} />
      )}
      <div
        className={styles.network}
        dir="ltr"
        role="group"
        aria-label="The network, from its inputs to its output"
        style={{ "--rows": rows } as CSSProperties}
      >
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
          data-pointing={pointed ? true : undefined}
          onPointerMove={(event) => setPointed(under(event))}
          onPointerLeave={() => setPointed(null)}
          onClick={(event) => {
            const one = under(event);
            if (one) onEdit(one.at, one.to);
            else onSlide(null);
          }}
        >
          {first && !maps && <SummaryWires from={first} to={columns[1] ?? []} />}
          <Wires {...{ all, weights, chosen }} pointed={pointed?.at ?? slid} />
        </svg>
        <Neurons
          {...{ run, columns, maps, chosen }}
          onChoose={(spot) => act.current.choose(spot)}
          onHover={setHovered}
        />
        {sliding && readOnly === null && (
          <WeightSlider
            key={sliding.at}
            {...{ desk }}
            weight={sliding}
            onClose={() => onSlide(null)}
          />
        )}
      </div>
      <div className={styles.foot}>
        <p className={styles.reading}>{reading()}</p>
        {changesLayers && <LayerButtons layers={run.layers} onLayers={setLayers} />}
      </div>
    </div>
  );
}

type NeuronsProps = {
  run: Run;
  columns: readonly (readonly DrawnNeuron[])[];
  maps: PlaneMaps | null;
  chosen: NeuronSpot | null;
  onChoose(spot: NeuronSpot): void;
  onHover(spot: NeuronSpot | null): void;
};

/** A button for each input and neuron, with its map or its number. */
function Neurons({ run, columns, maps, chosen, onChoose, onHover }: NeuronsProps) {
  const prefix = useId();
  const places = columns.flat();
  const last = columns.at(-1)?.[0];
  const lastColumn = columns.length - 1;
  const several = kindOf(run) === "several";
  const [focused, setFocused] = useState<string | null>(null);
  const stop = places.find((place) => place.id === focused) ?? last;

  function move(event: KeyboardEvent, from: DrawnNeuron) {
    const arrow = arrowKeys[event.key];
    if (!arrow) return;
    event.preventDefault();
    const [right, down] = arrow;
    const column = columns[from.column + right];
    const next = column?.[Math.min(from.row + down, column.length - 1)];
    if (next) document.getElementById(prefix + next.id)?.focus();
  }

  function face(place: DrawnNeuron) {
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
    <Button
      key={place.id}
      id={prefix + place.id}
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
      onClick={() => onChoose(place)}
    >
      {face(place)}
    </Button>
  ));
}

/** The face of a neuron where there is no map. */
function textOf({ column, row }: DrawnNeuron, run: Run, lastColumn: number): string {
  if (column === 0) return String(inputNames(run).length);
  return (column === lastColumn && classNames(run)[row]) || String(row + 1);
}

type WiresProps = {
  all: readonly DrawnWeight[];
  weights: Float32Array;
  chosen: NeuronSpot | null;
  /** The line under the pointer, by its place among the weights. */
  pointed: number | null;
};

/**
 * The weights as lines: blue above 0, orange and dashed below, thicker for larger ones.
 */
function Wires({ all, weights, chosen, pointed }: WiresProps) {
  return all.map((one) => {
    const { from, to, at } = one;
    const weight = weights[at] ?? 0;
    return (
      <Wire
        key={at}
        one={one}
        negative={weight < 0}
        thickness={thicknessOf(weight)}
        chosen={sameSpot(chosen, to) || sameSpot(chosen, from)}
        pointed={at === pointed}
      />
    );
  });
}

type WireProps = {
  one: DrawnWeight;
  negative: boolean;
  thickness: number;
  chosen: boolean;
  pointed: boolean;
};

/** One of up to a thousand lines, few of which change from one drawing to the next. */
const Wire = memo(function Wire(props: WireProps) {
  const { one, negative, thickness, chosen, pointed } = props;
  return (
    <path
      d={lineOf(one)}
      className={negative ? styles.negative : styles.positive}
      data-chosen={chosen || undefined}
      data-pointed={pointed || undefined}
      strokeWidth={thickness}
    />
  );
});

/** All inputs, drawn as one, joined to each neuron of the first layer. */
const SummaryWires = memo(function SummaryWires(props: {
  from: DrawnNeuron;
  to: readonly DrawnNeuron[];
}) {
  const { from, to } = props;
  return to.map((place) => (
    <path
      key={place.id}
      className={styles.many}
      d={lineOf({ from, to: place, at: 0 })}
      strokeWidth={1}
    />
  ));
});
