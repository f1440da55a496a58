"use client";
import { useMemo, useState } from "react";
import { Button } from "@/components/kit/button";
import { Small, Stack } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import { MapFigure, MapFrame, MapPanes } from "@/components/lab/plane/map-frame";
import type { LabState } from "@/components/lab/training/lab-state";
import type { LabControls, ViewProps } from "@/components/lab/training/use-lab";
import { useWorkedView } from "@/components/lab/training/use-worked";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Axes, Surface, WeightPair } from "@/labs/landscape/loss-surface";
import { weightName } from "@/labs/landscape/weight-name";
import { networkOf } from "@/labs/run/plan";
import { withWeight } from "@/labs/run/weight-edit";
import { createMeanLoss } from "@/labs/training/score";
import {
  efforts,
  firstAxes,
  reachText,
  type SurfaceRequest,
  savedText,
  surfaceText,
  walkersOn,
  workOutSurface,
} from "./surface";
import { SurfaceControls } from "./surface-controls";
import { SurfaceLegend, WayLegend } from "./surface-drawing";
import { SurfaceMap } from "./surface-map";
import styles from "./surface-view.module.css";

/** The train loss over two of the weights, with the path that training takes on it. */
export function SurfaceView({ state, side, controls }: ViewProps) {
  const { run } = side;
  const [wanted, setAxes] = useState<Axes | null>(null);
  const [zoom, setZoom] = useState(0);
  const [cross, setCross] = useState<WeightPair | null>(null);
  const [asTable, setAsTable] = useState(false);
  const network = useMemo(() => networkOf(run), [run]);
  const known = wanted?.every((at) => at < network.size);
  const [across, up] = wanted && known ? wanted : firstAxes(network);
  const training = state.status === "running";
  const effort = training ? efforts.running : efforts.resting;
  const walkers = useMemo(() => {
    const sides = state.sides.with(state.shown, side);
    return walkersOn(sides, state.shown);
  }, [state.sides, state.shown, side]);
  const request = useMemo(
    (): SurfaceRequest => ({ side, walkers, axes: [across, up], zoom, effort }),
    [side, walkers, across, up, zoom, effort],
  );
  const found = useWorkedView(request, workOutSurface, training);

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
    <Stack role="group" aria-label="Loss surface">
      <h3>The loss surface over two weights{side.label && <>: {side.label}</>}</h3>
      <MapPanes>
        {found ? (
          <MapFigure>
            <SurfaceMap
              drawn={found.value}
              cross={cross}
              onCross={setCross}
              label="Loss surface: arrow keys move a cross, its loss is told below"
            />
            <Small as="figcaption">
              Across: {first}, {reach?.across}. Upwards: {second}, {reach?.up}. ○ where
              training began, ● where it is.
            </Small>
            <p className={styles.told}>
              {text}{" "}
              <Small as="span">
                {network.size > 2
                  ? "All other weights are as they are now, so earlier points of the path once had another loss than the surface shows."
                  : "The network has no other weights: this is the whole of its loss."}{" "}
                {savedText(found.of, found.value)}
              </Small>
            </p>
          </MapFigure>
        ) : (
          <MapFigure>
            <MapFrame aria-hidden />
            <Small as="figcaption">Working out the surface…</Small>
          </MapFigure>
        )}
        <Stack>
          <SurfaceControls
            {...{ side, network, across, up, zoom, setZoom }}
            onTurn={turn}
          />
          {found && <WayLegend ways={found.value.ways} />}
          {found && <SurfaceLegend drawn={found.value} />}
          {cross && <SurfaceCross {...{ state, controls, request, cross }} />}
          <div>
            <Button aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
              Surface as a table
            </Button>
          </div>
          {asTable && found && (
            <SurfaceTable surface={found.value.surface} across={first} up={second} />
          )}
        </Stack>
      </MapPanes>
    </Stack>
  );
}

/** The most multiplications spent on the exact loss at the cross. */
const most = 4_000_000;

type Props = {
  state: LabState;
  controls: LabControls;
  request: SurfaceRequest;
  cross: WeightPair;
};

/** Three digits: as far as a reader can point, and as a link is written. */
const rounded = (value: number) => Number(value.toPrecision(3));

/** The loss at the cross, and a run that starts there. */
function SurfaceCross({ state, controls, request, cross }: Props) {
  const { side, axes } = request;
  const [x, y] = [rounded(cross.x), rounded(cross.y)];
  const network = networkOf(side.run);
  const loss = useMemo(() => {
    const { run, sample, weights } = side;
    const judge = { network: networkOf(run), loss: run.loss };
    const numbers = Float64Array.from(weights);
    [numbers[axes[0]], numbers[axes[1]]] = [x, y];
    const count = Math.min(sample.train, Math.ceil(most / numbers.length));
    return createMeanLoss(judge, sample, numbers, 32)(0, count);
  }, [side, axes, x, y]);

  function start() {
    const { run } = state;
    const one = withWeight(run, axes[0], x);
    const both = one && withWeight({ ...run, edits: one }, axes[1], y);
    if (!both) return;
    const changed = { ...run, edits: both };
    if (state.status === "idle") controls.set(changed);
    else controls.trainAnew(changed);
  }

  const [across, up] = axes.map((at) => weightName(side.run, network, at));
  return (
    <Stack>
      <Status>
        At the cross, “{across}” is {numberText(x)}, “{up}” is {numberText(y)}, and the
        train loss would be <b>{numberText(loss)}</b>.
      </Status>
      <div>
        <Button onClick={start}>Start the run with these two weights</Button>
      </div>
    </Stack>
  );
}

/** Rows and columns of the table. */
const count = 7;

type SurfaceTableProps = { surface: Surface; across: string; up: string };

/** The surface as numbers: its places, thinned. */
function SurfaceTable({ surface, across, up }: SurfaceTableProps) {
  const { frame, side, losses } = surface;
  const steps = Array.from({ length: count }, (_, k) =>
    Math.round((k * (side - 1)) / (count - 1)),
  );
  const away = (step: number) => frame.half * ((2 * step) / (side - 1) - 1);
  return (
    <ScrollTable label="Surface table" height="whole">
      <caption>
        Train loss. Columns: {across}. Rows: {up}.
      </caption>
      <ColumnHeads
        names={[null, ...steps.map((column) => numberText(frame.x + away(column)))]}
      />
      <tbody>
        {steps.map((row) => (
          <tr key={row}>
            <th scope="row">{numberText(frame.y - away(row))}</th>
            {steps.map((column) => (
              <td key={column}>{numberText(losses[row * side + column] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
