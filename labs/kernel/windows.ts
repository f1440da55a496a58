import { sizeOf, type Windows } from "../network/convolution";
import type { WindowLayer } from "../network/network";
import { type Block, fixed, four } from "./layout";
import type { Address } from "./program";
import type { Writer } from "./program-writer";

// Layers that look through windows: each place's own product, and means of places.

/** `act` at each place, with its address in two lists that places walk through. */
function eachPlace(
  { loop }: Writer,
  { across, down }: Windows,
  one: { at: Address; toRight: number; toBelow: number },
  other: { at: Address; toRight: number },
  act: (one: Address, other: Address) => void,
) {
  loop(
    down,
    [
      [one.at, one.toBelow],
      [other.at, across * other.toRight],
    ],
    (a, b) => {
      loop(
        across,
        [
          [a!, one.toRight],
          [b!, other.toRight],
        ],
        (a, b) => act(a!, b!),
      );
    },
  );
}

/**
 * Writes what `act` writes for each window of a convolution: with its inputs one after the
 * other, and its place in `numbers`, which holds one for each place and kernel.
 */
export function eachWindow(
  writer: Writer,
  { windows, kernels }: WindowLayer,
  { inputs, vectors, window }: Block,
  numbers: Address,
  act: (inputs: Address, numbers: Address) => void,
) {
  const row = vectors * four;
  const { toRight, toBelow, width, height, below } = windows;
  eachPlace(
    writer,
    windows,
    { at: inputs, toRight: toRight * row, toBelow: toBelow * row },
    { at: numbers, toRight: kernels * row },
    (from, at) => {
      if (height === 1) return act(from, at);
      const walks = [
        [from, below * row],
        [fixed(window), width * row],
      ] as const;
      writer.loop(height, walks, (from, into) => {
        const fours = [
          [from!, four],
          [into!, four],
        ] as const;
        writer.each(width * vectors, fours, (a, b) => writer.store(b!, writer.load(a!)));
      });
      act(fixed(window), at);
    },
  );
}

/** The windows of a mean, whose inputs stand at `wide` and whose outputs at `narrow`. */
function eachMean(
  writer: Writer,
  { windows, kernels }: WindowLayer,
  vectors: number,
  [wide, narrow]: readonly [Address, Address],
  act: (wide: Address, narrow: Address) => void,
) {
  const row = vectors * four;
  const { toRight, toBelow } = windows;
  eachPlace(
    writer,
    windows,
    { at: wide, toRight: toRight * row, toBelow: toBelow * row },
    { at: narrow, toRight: kernels * row },
    (wide, narrow) => {
      const fours = [
        [wide, four],
        [narrow, four],
      ] as const;
      writer.each(kernels * vectors, fours, (one, other) => act(one!, other!));
    },
  );
}

/** The means at `into` of what stands at `from`. */
export function writeMeans(
  writer: Writer,
  layer: WindowLayer,
  vectors: number,
  from: Address,
  into: Address,
) {
  const { fold, load, store, onLanes, number } = writer;
  const { width, height, beside, below } = layer.windows;
  const row = vectors * four;
  const share = 1 / sizeOf(layer.windows);
  eachMean(writer, layer, vectors, [from, into], (from, into) => {
    const [sum] = fold(
      height,
      [[from, below * row]],
      [number(0)],
      ([line], sum) =>
        fold(
          width,
          [[line!, beside * row]],
          sum,
          ([at], [sum]) => [onLanes("add", sum!, load(at!))],
          1,
        ),
      1,
    );
    store(into, onLanes("mul", number(share), sum!));
  });
}

/** On the way back: what stands at `into`, times the share that it has in `from`. */
export function spreadMeans(
  writer: Writer,
  layer: WindowLayer,
  vectors: number,
  from: Address,
  into: Address,
) {
  const { loop, load, store, onLanes, number } = writer;
  const { width, height, beside, below } = layer.windows;
  const row = vectors * four;
  const share = 1 / sizeOf(layer.windows);
  eachMean(writer, layer, vectors, [into, from], (into, from) => {
    const change = onLanes("mul", number(share), load(from));
    loop(height, [[into, below * row]], (line) => {
      loop(width, [[line!, beside * row]], (at) => {
        store(at!, onLanes("mul", change, load(at!)));
      });
    });
  });
}
