import type { Lanes, Word } from "./program";
import type { Writer } from "./program-writer";

// The order of the examples and what drops out: the numbers of `arithmetic/random.ts`, four
// at a time.

const [firstFactor, secondFactor, golden] = [0x21f0aaad, 0x735a2d97, 0x9e3779b9];

/** `hash32` of each lane. */
export function hashLanes({ onLanes, shift, bits }: Writer, value: Lanes): Lanes {
  const mixed = (x: Lanes, by: number) => onLanes("xor", x, shift("shr", x, by));
  const once = onLanes("mulWords", mixed(value, 16), bits(firstFactor));
  return mixed(onLanes("mulWords", mixed(once, 15), bits(secondFactor)), 15);
}

/** `hash32` of a word. */
function hashWord({ onWords }: Writer, value: Word): Word {
  const mixed = (x: Word, by: number) => onWords("xor", x, onWords("shr", x, by));
  const once = onWords("mul", mixed(value, 16), firstFactor);
  return mixed(onWords("mul", mixed(once, 15), secondFactor), 15);
}

/**
 * `shuffled` of four positions below `count`: where they come from in the order that `key`
 * gives, which stands in all lanes.
 */
export function shuffledLanes(
  writer: Writer,
  positions: Lanes,
  count: number,
  key: Lanes,
): Lanes {
  const { onLanes, shift, bits, variable, assign, repeat, any } = writer;
  const width = 32 - Math.clz32(Math.max(count, 2) - 1);
  const half = (width + 1) >> 1;
  const mask = bits((1 << half) - 1);
  const turn = (at: Lanes) => {
    let left = shift("shr", at, half);
    let right = onLanes("and", at, mask);
    for (let round = 0; round < 4; round += 1) {
      const turned = onLanes("addWords", key, bits(Math.imul(round, golden)));
      const drawn = hashLanes(writer, onLanes("addWords", turned, right));
      const next = onLanes("xor", left, onLanes("and", drawn, mask));
      left = right;
      right = next;
    }
    return onLanes("or", shift("shl", left, half), right);
  };
  const at = variable(turn(positions));
  if (count === 1 << (2 * half)) return at;
  const isOut = () => onLanes("lessWords", bits(count - 1), at);
  writer.when(any(isOut()), () => {
    repeat(() => {
      assign(at, onLanes("pick", turn(at), at, isOut()));
      return any(isOut());
    });
  });
  return at;
}

/** The first draw of `keptLanes` of the example at `places`: neuron 0 of the network. */
export function firstDraws(
  { onLanes, bits }: Writer,
  places: Lanes,
  hidden: number,
  key: Lanes,
): Lanes {
  const own = onLanes("mulWords", places, bits(Math.imul(hidden, golden)));
  return onLanes("addWords", key, own);
}

/** The draws of another neuron, `by` behind. */
export const drawsBehind = ({ onLanes, bits }: Writer, draws: Lanes, by: number): Lanes =>
  onLanes("addWords", draws, bits(Math.imul(by, golden)));

/** `keptShare`: 0, or how much the outputs that stay grow. */
export function keptLanes(writer: Writer, draws: Lanes, bound: number, grown: number) {
  const { onLanes, shift, bits, number } = writer;
  const drawn = shift("shr", hashLanes(writer, draws), 8);
  return onLanes("and", number(grown), onLanes("lessWords", bits(bound - 1), drawn));
}

/** The key of a pass, given the base of its stream. */
export const passKey = (writer: Writer, pass: Word, base: number): Word =>
  hashWord(writer, writer.onWords("add", pass, base));
