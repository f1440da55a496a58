import { streamBase, streams } from "../arithmetic/random";
import { lossCurve } from "../network/curves";
import type { Plan } from "../run/plan";
import { noLoss } from "../training/training";
import { formulaLanes } from "./formula-lanes";
import { fixed, four, type Layout, layOut, single } from "./layout";
import { passKey } from "./order-lanes";
import { clearGradient, writeBackward, writeFetch, writeStep } from "./passes-backward";
import {
  judgeScores,
  type Parts,
  writeActivations,
  writeForward,
} from "./passes-forward";
import {
  type Address,
  behind,
  floatBits,
  type Lanes,
  type Program,
  type Word,
} from "./program";
import { createWriter } from "./program-writer";

// A plan as a program: whole passes with their order and dropout, and both losses after each.

/** The program of a plan, and where its memory holds what. */
export type TrainProgram = { program: Program; layout: Layout };

/**
 * Writes the program of a plan, on blocks for the plain machine. Its routine `train` is given
 * the number of the first pass, from 1, and how many there are: see `Training`.
 */
export function trainProgram(plan: Plan, onBlocks = false): TrainProgram {
  const writer = createWriter(onBlocks);
  const layout = layOut(plan, writer);
  const parts: Parts = { writer, plan, layout, loss: lossCurve(plan.loss) };
  writeFetch(parts);
  writeActivations(parts);
  writer.routine("forward", 0, () => {
    writeForward(parts, layout.batch, layout.batch.deltas);
  });
  writeBackward(parts);
  writeStep(parts);
  writePass(parts);
  writeMeasure(parts);
  writeTrain(parts);
  return { program: writer.program(), layout };
}

/** The smaller of two words, of which none is below 0. */
function smaller({ writer }: Parts, one: Word, other: Word): Word {
  const least = writer.variableWord(one);
  writer.when(writer.onWords("less", other, one), () => writer.assignWord(least, other));
  return least;
}

/** `pass(pass)` trains one pass. */
function writePass(parts: Parts) {
  const { writer, plan, layout } = parts;
  const { onWords, onLanes, store, number, splat, word, call } = writer;
  const { seed, train, batch, network } = plan;
  const { blocks, vectors } = layout.batch;
  const rowsOfBlock = 4 * vectors;
  const steps = Math.ceil(train / batch);
  writer.routine("pass", 1, (pass) => {
    const keyOf = (stream: number) => passKey(writer, pass!, streamBase(seed, stream));
    call("order", keyOf(streams.order));
    store(fixed(layout.dropKey), splat(keyOf(streams.drop)));
    const before = onWords("mul", onWords("sub", pass!, 1), steps);
    const step = writer.variableWord(before);
    const from = writer.variableWord(word(0));
    writer.repeat(() => {
      const end = smaller(parts, word(train), onWords("add", from, batch));
      const count = onLanes("fromWords", splat(onWords("sub", end, from)));
      store(fixed(layout.share), onLanes("div", number(1), count));
      const takeBlock = (at: Word) => {
        const left = onWords("sub", end, at);
        call("fetch", at, smaller(parts, word(rowsOfBlock), left));
        call("forward");
        call("backward");
        call("gradient");
      };
      if (blocks === 1) takeBlock(from);
      else {
        clearGradient(parts, network.size);
        const at = writer.variableWord(from);
        writer.repeat(() => {
          takeBlock(at);
          writer.assignWord(at, onWords("add", at, rowsOfBlock));
          return onWords("less", at, end);
        });
      }
      writer.assignWord(step, onWords("add", step, 1));
      call("step", step);
      writer.assignWord(from, onWords("add", from, batch));
      return onWords("less", from, word(train));
    });
  });
}

/** `measure(features, targets, masks, blocks, count, loss)` leaves a set's mean loss. */
function writeMeasure(parts: Parts) {
  const { writer, plan, layout, loss } = parts;
  const { onLanes, number, store, splat, shuffle } = writer;
  const { measured } = layout;
  const row = measured.vectors * four;
  const { inputs } = plan.network.layers[0]!;
  const { outputs } = plan.network.layers.at(-1)!;
  writer.routine("measure", 6, (features, targets, masks, blocks, count, into) => {
    const start = (base: Word | undefined): Address => ({ base: base!, offset: 0 });
    const [sum] = writer.fold(
      blocks!,
      [
        [start(features), inputs * row],
        [start(targets), row],
        [start(masks), row],
      ],
      [number(0)],
      ([features, targets, masks], [before]) => {
        const block = { ...measured, inputs: features! };
        writeForward(parts, block, null);
        const into = fixed(measured.values.at(-1)!);
        judgeScores(parts, block, { targets: targets!, masks: masks!, into }, (names) =>
          formulaLanes(writer, loss.value, names),
        );
        const [own] = writer.fold(
          measured.vectors,
          [[into, four]],
          [number(0)],
          ([of], sum) =>
            writer.fold(
              outputs,
              [[of!, row]],
              sum,
              ([at], [sum]) => [onLanes("add", sum!, writer.load(at!))],
              outputs,
            ),
          outputs === 1 ? measured.vectors : 1,
        );
        return [onLanes("add", before!, own!)];
      },
      1,
    );
    const halves = onLanes("add", sum!, shuffle(sum!, sum!, [2, 3, 0, 1]));
    const whole = onLanes("add", halves, shuffle(halves, halves, [1, 0, 3, 2]));
    store(start(into), onLanes("div", whole, onLanes("fromWords", splat(count!))));
  });
}

/** `losses()` measures both sets; `train(first, passes)` trains and leaves the curve. */
function writeTrain(parts: Parts) {
  const { writer, plan, layout } = parts;
  const { onLanes, onWords, load, number, bits, word, any, call } = writer;
  const { measured, weights, curve } = layout;
  const infinite = (x: Lanes) =>
    onLanes("xor", onLanes("equal", onLanes("sub", x, x), number(0)), bits(-1));
  const noFinite = () => {
    const walks = [[fixed(weights), four]] as const;
    const [found] = writer.fold(
      Math.ceil(plan.network.size / 4),
      walks,
      [number(0)],
      ([at], [before]) => [onLanes("or", before!, infinite(load(at!)))],
      4,
    );
    return found!;
  };
  writer.routine("losses", 0, () => {
    for (const set of [measured.train, measured.held]) {
      const { features, targets, masks, blocks, count, loss } = set;
      call("measure", ...[features, targets, masks, blocks, count, loss].map(word));
    }
  });
  writer.routine("train", 2, (first, passes) => {
    const broken = writer.variableWord(any(noFinite()));
    const pass = writer.variableWord(first!);
    writer.loop(passes!, [[fixed(curve), 2 * single]], (at) => {
      writer.when(onWords("equal", broken, 0), () => {
        call("pass", pass);
        call("losses");
        const [train, held] = [measured.train, measured.held].map(({ loss }) =>
          load(fixed(loss)),
        );
        const bad = onLanes("or", infinite(onLanes("add", train!, held!)), noFinite());
        writer.assignWord(broken, any(bad));
      });
      [measured.train, measured.held].forEach(({ loss }, n) => {
        const value = writer.variableWord(writer.loadWord(fixed(loss)));
        writer.when(broken, () => {
          writer.assignWord(value, word(floatBits(noLoss)));
        });
        writer.storeWord(behind(at!, n * single), value);
      });
      writer.assignWord(pass, onWords("add", pass, 1));
    });
  });
}
