"use client";
// The drawing of a network, its map and its numbers share the neuron that is chosen, the
// weight that is held, and the maps of all neurons.
import {
  createContext,
  type ReactNode,
  type RefObject,
  startTransition,
  useContext,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { widthsOf } from "@/labs/network/network";
import { formatRun, longestLink } from "@/labs/run/link";
import { networkOf } from "@/labs/run/plan";
import { mostEdits, type Run, type WeightEdit } from "@/labs/run/run";
import { editsTo, sameWeights, withWeight } from "@/labs/run/weight-edit";
import { affordableSide, type PlaneMaps } from "@/labs/training/plane-maps";
import { mapsOf } from "../plane/known-maps";
import { type LabState, lockOf, shownSide } from "../training/lab-state";
import type { Side } from "../training/side";
import { type NeuronSpot, sameSpot } from "./neuron-names";

/** Given to all that shows the network of a lab; see `useNetworkDesk`. */
export type NetworkDesk = {
  /** The side as drawn: it may lag behind the run, and training never waits for it. */
  drawn: Pick<Side, "run" | "sample" | "weights">;
  /** The map of each neuron; null for data that is not on the plane. */
  maps: PlaneMaps | null;
  /** The neuron that was chosen; null for the network as a whole. */
  chosen: NeuronSpot | null;
  /** The same, or the output where it is the whole. */
  shown: NeuronSpot | null;
  /** Why the last change was not taken; "" where it was. */
  problem: string;
  /** Why weights can be read and not changed; null where they can. */
  readOnly: string | null;
  /** The picture of the map that came with the page, shown until the map is painted. */
  still: ReactNode;
  /** The latest of them: read it when something happens, not while drawing. */
  act: RefObject<DeskActions>;
};

/** All that the views can do to a network. */
type DeskActions = {
  choose(spot: NeuronSpot | null): void;
  /** Shows other weights while the one at `at` is moved to and fro; null lets it go. */
  hold(held: WeightEdit | null): void;
  /** Makes the weights of now, with that one as it is held, the start of the run. */
  keep(held: WeightEdit): void;
  /** Makes a number that was typed the start of one weight. */
  type(at: number, value: number): void;
  /** Takes the edits, or says in a sentence why it cannot. */
  setEdits(edits: Run["edits"]): string | null;
  setLayers(layers: Run["layers"]): void;
  /** Takes another run. */
  set(run: Run): void;
};

const DeskContext = createContext<NetworkDesk | null>(null);

/** Gives the desk to the views inside. */
export const NetworkDeskProvider = DeskContext.Provider;

/** The desk of the lab around. Throws outside of a lab. */
export function useDesk(): NetworkDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("There is no network desk around");
  return desk;
}

/** The places each way of the maps that a page opens with: finer ones would hold it up. */
const firstSide = 24;

/** The widths of the layers: a network of other widths forgets the chosen neuron. */
const shapeOf = (run: Run) => widthsOf(networkOf(run)).join("-");

const longLink =
  "The link has no room for so many numbers: draw fewer points of your own, or type fewer weights.";

const fullLink = `At most ${mostEdits} weights can be typed: go back to the seed’s weights first.`;

/**
 * The network side of a lab's state; `set` takes another run. `side` is the one that is
 * shown, with the weight that is held as it is held. `desk` changes only with what is
 * drawn, not with each report of a training.
 */
export function useNetworkDesk(
  state: LabState,
  set: (run: Run) => void,
  still: ReactNode,
): { side: Side; desk: NetworkDesk } {
  const now = shownSide(state);
  const [held, setHeld] = useState<(WeightEdit & { of: Side }) | null>(null);
  const holding = held?.of === now ? held : null;
  const side = useMemo(() => (holding ? withHeld(now, holding) : now), [now, holding]);
  const { run, sample, weights } = side;
  const drawn = useDeferredValue(
    useMemo(() => ({ run, sample, weights }), [run, sample, weights]),
  );
  const [opened, setOpened] = useState(false);
  useEffect(() => startTransition(() => setOpened(true)), []);
  const [picked, setPicked] = useState<{ spot: NeuronSpot; shape: string } | null>(null);
  const [problem, setProblem] = useState("");
  // In a sweep another network may be shown than the settings have.
  const own = sameWeights(state.run, drawn.run);
  const readOnly =
    lockOf(state.assigned, "edits") ??
    (own ? null : "This network is trained beside the lab’s own");

  function setEdits(edits: Run["edits"]): string | null {
    const next = { ...state.run, edits };
    if (formatRun(next, state.lab.start).length > longestLink) return longLink;
    set(next);
    return null;
  }
  function take(edits: Run["edits"] | null) {
    setProblem((edits ? setEdits(edits) : fullLink) ?? "");
  }
  const actions: DeskActions = {
    choose: (spot) => setPicked(spot && { spot, shape: shapeOf(drawn.run) }),
    hold: (edit) => setHeld(edit && { ...edit, of: now }),
    keep(edit) {
      setHeld(null);
      const trained = (now.passes.at(-1)?.pass ?? 0) > 0;
      const all = trained ? editsTo(state.run, withHeld(now, edit).weights) : null;
      take(all ?? withWeight(state.run, edit.at, edit.value));
    },
    type: (at, value) => take(withWeight(state.run, at, value)),
    setEdits,
    setLayers: (layers) => set({ ...state.run, layers }),
    set,
  };
  const act = useRef(actions);
  useLayoutEffect(() => {
    act.current = actions;
  });
  const desk = useMemo((): NetworkDesk => {
    const { layers } = networkOf(drawn.run);
    // One output says what the network says: choosing it chooses the whole.
    const one = layers.at(-1)?.outputs === 1;
    const output = one ? { column: layers.length, row: 0 } : null;
    const spot = picked?.shape === shapeOf(drawn.run) ? picked.spot : null;
    const chosen = sameSpot(spot, output) ? null : spot;
    const side = affordableSide(drawn.run, opened ? undefined : firstSide);
    return {
      drawn,
      // Worked out for the first view that asks: a page that opens has its buttons before.
      get maps() {
        return drawn.sample.points && mapsOf(drawn.run, drawn.weights, side);
      },
      chosen,
      shown: chosen ?? output,
      problem,
      readOnly,
      still,
      act,
    };
  }, [drawn, opened, picked, problem, readOnly, still]);
  return { side, desk };
}

function withHeld(side: Side, { at, value }: WeightEdit): Side {
  const weights = Float32Array.from(side.weights);
  weights[at] = value;
  return { ...side, weights };
}
