// Functions of lanes on many numbers, on both machines.
import { plainMachine } from "@/labs/kernel/plain-machine";
import type { Lanes, Machine } from "@/labs/kernel/program";
import { createWriter, type Writer } from "@/labs/kernel/program-writer";
import { wasmMachine } from "@/labs/kernel/wasm-machine";

export type OnLanes = (writer: Writer, x: Lanes, y: Lanes) => Lanes;

/** How many numbers go through a program at once; a multiple of 4. */
const room = 4096;

/** A function of two numbers as one of two lists, on one of the machines. */
export function onMany(of: OnLanes, machine: "wasm" | "plain") {
  const writer = createWriter(machine === "plain");
  const at = (place: number) => ({ base: null, offset: place });
  const [x, y, into] = [4 * room, 4 * room, 4 * room].map(writer.reserve);
  writer.routine("all", 0, () => {
    writer.each(
      room / 4,
      [
        [at(x!), 16],
        [at(y!), 16],
        [at(into!), 16],
      ],
      (from, other, to) => {
        writer.store(to!, of(writer, writer.load(from!), writer.load(other!)));
      },
    );
  });
  const program = writer.program();
  const { memory, run }: Machine =
    machine === "wasm" ? wasmMachine(program) : plainMachine(program);
  const [xs, ys, results] = [x!, y!, into!].map(
    (place) => new Float32Array(memory, place, room),
  );
  return (one: Float32Array, other: Float32Array = one): Float32Array => {
    const all = new Float32Array(one.length);
    for (let from = 0; from < one.length; from += room) {
      xs!.set(one.subarray(from, from + room));
      ys!.set(other.subarray(from, from + room));
      run("all");
      all.set(results!.subarray(0, Math.min(room, one.length - from)), from);
    }
    return all;
  };
}

const bits = new DataView(new ArrayBuffer(4));

/** Numbers in single precision in their order, as whole numbers: neighbours differ by 1. */
export function orderOf(value: number): number {
  bits.setFloat32(0, value);
  const whole = bits.getInt32(0);
  return whole < 0 ? -(whole & 0x7fffffff) : whole;
}

/** The size of one unit in the last place of single precision at a number. */
export function unitAt(value: number): number {
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(value))), -126);
  return 2 ** (Math.min(exponent, 127) - 23);
}

/** Every `stride`-th number of single precision from `low` to `high`. */
export function spread(low: number, high: number, stride: number): Float32Array {
  const [from, until] = [orderOf(low), orderOf(high)];
  const count = Math.floor((until - from) / stride) + 1;
  return Float32Array.from({ length: count }, (_, n) => {
    const order = from + n * stride;
    bits.setInt32(0, order < 0 ? -order | 0x80000000 : order);
    return bits.getFloat32(0);
  });
}
