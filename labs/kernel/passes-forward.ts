import type { Formula } from "../formula/formula";
import type { ActivationName } from "../network/activation";
import { activationCurve } from "../network/curves";
import { dropBound, hiddenBefore } from "../network/regularization";
import type { Plan } from "../run/plan";
import { exp, log1p } from "./elementary-lanes";
import { formulaLanes } from "./formula-lanes";
import { writeProduct } from "./layers";
import { type Block, fixed, four, type Layout, single } from "./layout";
import { drawsBehind, firstDraws, keptLanes } from "./order-lanes";
import { type Address, behind, type Lanes, type Word } from "./program";
import type { Walk, Writer } from "./program-writer";

// From a block's inputs to its scores, and on to what a loss says of them.

/** All that the parts of a program share. */
export type Parts = {
  writer: Writer;
  plan: Plan;
  layout: Layout;
  loss: { value: Formula; slope: Formula; needsRowLog: boolean };
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
  const { inputs, outputs, weightsAt, biasesAt } = plan.network.layers[index]!;
  writeProduct(writer, {
    columns: outputs,
    depth: inputs,
    vectors: block.vectors,
    weights: layout.weights + weightsAt * single,
    columnStride: single,
    depthStride: outputs * single,
    begin: layout.weights + biasesAt * single,
    from: index === 0 ? block.inputs : fixed(block.values[index - 1]!),
    into: fixed(block.values[index]!),
  });
}

/** The outputs of a hidden layer in place of its sums, and in training its slopes. */
function writeOutputs(parts: Parts, block: Block, index: number, deltas: number | null) {
  const { writer, plan, layout } = parts;
  const { network, drop } = plan;
  if (index === network.layers.length - 1) return;
  const { outputs, activation } = network.layers[index]!;
  const { word, call, load, fold } = writer;
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
  const walks: readonly Walk[] = [
    [fixed(block.values[index]!), row],
    [fixed(deltas), row],
  ];
  const key = load(fixed(layout.dropKey));
  const first = Array.from({ length: vectors }, (_, v) => {
    const places = load(fixed(layout.batch.places + v * four));
    const draws = firstDraws(writer, places, hiddenBefore(network), key);
    return drawsBehind(writer, draws, hiddenBefore(network, index));
  });
  const neuron = ([at, deltaAt]: readonly Address[], draws: readonly Lanes[]) =>
    draws.map((drawn, v) => {
      const kept = keptLanes(writer, drawn, dropBound(drop), 1 / (1 - drop));
      activate(
        parts,
        activation,
        behind(at!, v * four),
        behind(deltaAt!, v * four),
        kept,
      );
      return drawsBehind(writer, drawn, 1);
    });
  fold(outputs, walks, first, neuron, 1);
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
  const { routine, loop } = parts.writer;
  const hidden = parts.plan.network.layers.slice(0, -1);
  const from = (base: Word | undefined): Walk => [
    { base: base ?? null, offset: 0 },
    four,
  ];
  for (const name of new Set(hidden.map(({ activation }) => activation))) {
    routine(name, 2, (values, count) => {
      loop(count!, [from(values)], (at) => activate(parts, name, at!, null, null));
    });
    if (parts.plan.drop > 0) continue;
    routine(`${name} with slopes`, 3, (values, slopes, count) => {
      loop(count!, [from(values), from(slopes)], (at, slopeAt) =>
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
 * Goes through all scores of a block. `targets` and `masks` are those of its rows; `into` is
 * a list like the scores. `judge` makes `sum` anew with each four scores.
 */
export function judgeScores(
  { writer, plan, loss }: Parts,
  block: Block,
  { targets, masks, into }: Record<"targets" | "masks" | "into", Address>,
  sum: Lanes,
  judge: (names: Judged, mask: Lanes, into: Address, sum: Lanes) => Lanes,
): Lanes {
  const { load, onLanes, number, fold } = writer;
  const { outputs } = plan.network.layers.at(-1)!;
  const row = block.vectors * four;
  const walks: readonly Walk[] = [targets, masks, into, fixed(block.values.at(-1)!)].map(
    (start) => [start, four],
  );
  const [last] = fold(
    block.vectors,
    walks,
    [sum],
    ([target, mask, to, score], [before]) => {
      const wanted = load(target!);
      const counted = load(mask!);
      const r = loss.needsRowLog ? rowLog(writer, score!, outputs, row) : number(0);
      const [after] = fold(
        outputs,
        [
          [score!, row],
          [to!, row],
        ],
        [before!, number(0)],
        ([at, into], [now, output]) => {
          const isRight = onLanes("equal", wanted, output!);
          const goal = onLanes("pick", number(1), number(-1), isRight);
          const names = { s: load(at!), t: outputs === 1 ? wanted : goal, r };
          const next = judge(names, counted, into!, now!);
          return [next, onLanes("add", output!, number(1))];
        },
        1,
      );
      return [after!];
    },
    1,
  );
  return last!;
}
