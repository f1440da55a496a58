import type { ActivationName } from "../network/activation";
import { activationCurve, type LossCurve } from "../network/curves";
import { depthOf } from "../network/network";
import { dropBound, hiddenBefore } from "../network/regularization";
import type { Plan } from "../run/plan";
import { exp, log1p } from "./elementary-lanes";
import { formulaLanes } from "./formula-lanes";
import { writeProduct } from "./layers";
import { type Block, fixed, four, type Layout, single } from "./layout";
import { drawsBehind, firstDraws, keptLanes } from "./order-lanes";
import type { Address, Lanes, Word } from "./program";
import type { Walk } from "./program-loops";
import type { Writer } from "./program-writer";
import { eachWindow, writeMeans } from "./windows";

// From a block's inputs to its scores, and on to what a loss says of them.

/** All that the parts of a program share. */
export type Parts = {
  writer: Writer;
  plan: Plan;
  layout: Layout;
  loss: LossCurve;
};

/** In training each layer's slopes go to `deltas`, and some of the outputs drop out. */
export function writeForward(
  parts: Parts,
  block: Block,
  deltas: readonly number[] | null,
) {
  parts.plan.network.layers.forEach((_, index) => {
    writeSums(parts, block, index);
    writeOutputs(parts, block, index, deltas?.[index] ?? null);
  });
}

function writeSums({ writer, plan, layout }: Parts, block: Block, index: number) {
  const layer = plan.network.layers[index]!;
  const { outputs, weightsAt, biasesAt } = layer;
  const from = index === 0 ? block.inputs : fixed(block.values[index - 1]!);
  const into = fixed(block.values[index]!);
  const { vectors } = block;
  if (layer.kind === "mean") return writeMeans(writer, layer, vectors, from, into);
  const columns = layer.kind === "dense" ? outputs : layer.kernels;
  const product = {
    columns,
    depth: depthOf(layer),
    vectors,
    weights: layout.weights + weightsAt * single,
    columnStride: single,
    depthStride: columns * single,
    begin: layout.weights + biasesAt * single,
    scales: false,
  };
  if (layer.kind === "dense") return writeProduct(writer, { ...product, from, into });
  eachWindow(writer, layer, block, into, (from, into) => {
    writeProduct(writer, { ...product, from, into });
  });
}

/** The outputs of a hidden layer in place of its sums, and in training its slopes. */
function writeOutputs(parts: Parts, block: Block, index: number, deltas: number | null) {
  const { writer, plan, layout } = parts;
  const { network, drop } = plan;
  if (index === network.layers.length - 1) return;
  const { outputs, activation } = network.layers[index]!;
  const { word, call, load, each, fold } = writer;
  const { vectors } = block;
  if (deltas === null) {
    if (activation === "linear") return;
    const place = word(block.values[index]!);
    return call(activation, place, word(outputs * vectors));
  }
  if (drop === 0) {
    const places = [block.values[index]!, deltas].map(word);
    return call(`${activation} with slopes`, ...places, word(outputs * vectors));
  }
  const row = vectors * four;
  const key = load(fixed(layout.dropKey));
  const [kept, grown] = [dropBound(drop), 1 / (1 - drop)];
  const walks = [block.values[index]!, deltas, layout.batch.places].map(
    (place): Walk => [fixed(place), four],
  );
  each(vectors, walks, (values, slopes, places) => {
    const draws = firstDraws(writer, load(places!), hiddenBefore(network), key);
    fold(
      outputs,
      [
        [values!, row],
        [slopes!, row],
      ],
      [drawsBehind(writer, draws, hiddenBefore(network, index))],
      ([at, slopeAt], [drawn]) => {
        const share = keptLanes(writer, drawn!, kept, grown);
        activate(parts, activation, at!, slopeAt!, share);
        return [drawsBehind(writer, drawn!, 1)];
      },
      1,
    );
  });
}

/** Four outputs in place of their sums, and their slopes, where there is a place for them. */
function activate(
  { writer }: Parts,
  name: ActivationName,
  at: Address,
  deltaAt: Address | null,
  kept: Lanes | null,
) {
  const { load, store, onLanes } = writer;
  const { value, slope } = activationCurve(name);
  const scaled = (x: Lanes) => (kept ? onLanes("mul", kept, x) : x);
  const z = load(at);
  store(at, scaled(formulaLanes(writer, value, { z })));
  if (deltaAt) store(deltaAt, scaled(formulaLanes(writer, slope, { z })));
}

/**
 * Writes the routines of the hidden layers' activations, which layers share: `NAME(values,
 * count)` and `NAME with slopes(values, slopes, count)`, of `count` times four neurons.
 */
export function writeActivations(parts: Parts) {
  const { routine, each } = parts.writer;
  const hidden = parts.plan.network.layers.slice(0, -1);
  const from = (base: Word | undefined): Walk => [
    { base: base ?? null, offset: 0 },
    four,
  ];
  for (const name of new Set(hidden.map(({ activation }) => activation))) {
    routine(name, 2, (values, count) => {
      each(count!, [from(values)], (at) => activate(parts, name, at!, null, null));
    });
    if (parts.plan.drop > 0) continue;
    routine(`${name} with slopes`, 3, (values, slopes, count) => {
      each(count!, [from(values), from(slopes)], (at, slopeAt) =>
        activate(parts, name, at!, slopeAt!, null),
      );
    });
  }
}

/** ln Σ e^score of each row of one vector, the scores being `row` bytes apart. */
function rowLog(writer: Writer, scores: Address, outputs: number, row: number): Lanes {
  const { load, onLanes, number, fold } = writer;
  const walks: readonly Walk[] = [[scores, row]];
  const [highest] = fold(
    outputs,
    walks,
    [load(scores)],
    ([at], [most]) => [onLanes("pmax", most!, load(at!))],
    outputs,
  );
  const share = (at: Address) => exp(writer, onLanes("sub", load(at), highest!));
  const [sum] = fold(
    outputs,
    walks,
    [number(-1)],
    ([at], [before]) => [onLanes("add", before!, share(at!))],
    1,
  );
  return onLanes("add", highest!, log1p(writer, onLanes("pmax", sum!, number(0))));
}

/** A score, its target and its row's logarithm, by their names in formulas. */
type Judged = Readonly<Record<"s" | "t" | "r", Lanes>>;

/**
 * Stores what `judge` gives for each score of a block, or 0 in a row that only fills it up, in
 * `into`, a list like the scores, which may be the scores' own. `targets` and `masks` are
 * those of its rows.
 */
export function judgeScores(
  { writer, plan, loss }: Parts,
  block: Block,
  lists: Record<"targets" | "masks" | "into", Address>,
  judge: (names: Judged) => Lanes,
) {
  const { load, store, onLanes, number, each, fold } = writer;
  const { outputs } = plan.network.layers.at(-1)!;
  const row = block.vectors * four;
  const { targets, masks, into } = lists;
  const walks = [targets, masks, into, fixed(block.values.at(-1)!)].map(
    (start): Walk => [start, four],
  );
  each(block.vectors, walks, (target, mask, to, score) => {
    const wanted = load(target!);
    const counted = load(mask!);
    const r = loss.needsRowLog ? rowLog(writer, score!, outputs, row) : number(0);
    fold(
      outputs,
      [
        [score!, row],
        [to!, row],
      ],
      [number(0)],
      ([at, into], [output]) => {
        const isRight = onLanes("equal", wanted, output!);
        const goal = onLanes("pick", number(1), number(-1), isRight);
        const judged = judge({ s: load(at!), t: outputs === 1 ? wanted : goal, r });
        store(into!, onLanes("and", judged, counted));
        return [onLanes("add", output!, number(1))];
      },
      1,
    );
  });
}
