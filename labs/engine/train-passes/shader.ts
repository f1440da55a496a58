// The WGSL that trains one network: whole passes in one dispatch of one workgroup, whose
// lanes share the work of each layer.

import { elementaryWgsl } from "@/labs/arithmetic/elementary";
import { randomWgsl } from "@/labs/arithmetic/random";
import { filledWgsl } from "@/labs/network/optimizer";
import { keptShareWgsl } from "@/labs/network/regularization";
import type { Plan } from "@/labs/run/plan";
import { stateSize } from "@/labs/run/state";
import { noLoss } from "@/labs/training/training";
import type { Memory } from "./memory";
import { backward, fetchRows, forward, lossSum, renew, step } from "./stages";
import { createWriter, loop, shareOut, type Writer } from "./writer";

/** The numbers that may change without another shader, as WGSL struct members. */
export const uniforms =
  "passes : i32, first : i32, train : i32, held : i32, " +
  "rate : f32, decay : f32, drop_bound : u32, grown : f32, order : u32, drop : u32, ";

/** From the input state to where the numbers are kept, or back. */
function copyState(writer: Writer, into: "memory" | "result"): string {
  const { plan, memory, weight, slot } = writer;
  const { size } = plan.network;
  const rest = stateSize(plan) - size;
  const copy = (at: string, kept: string, shared: boolean) => {
    if (into === "memory") return `${kept} = state[${at}];`;
    return shared ? `result[${at}] = ${kept};` : "";
  };
  const weights = copy("k", weight("k"), memory.weights.shared);
  const slots = copy(`${size} + k`, slot("k"), memory.slots.shared);
  // A lane reads later what another copied here, in the buffer too.
  const all = "workgroupBarrier();\nstorageBarrier();";
  return `${shareOut(writer, size, weights)}\n${shareOut(writer, rest, slots)}\n${all}`;
}

/** Writes both losses of a pass; −1 where they or a weight are no finite numbers. */
function writeCurve(writer: Writer): string {
  const { plan, weight, barrier, lanes } = writer;
  const curve = stateSize(plan);
  const check = `if (!is_finite(${weight("k")})) { broken = 1.0; }`;
  return /* wgsl */ `
fn is_finite(number : f32) -> bool {
  return (bitcast<u32>(number) & 0x7f800000u) != 0x7f800000u;
}
fn write_curve(at : i32) {
  var broken = 0.0;
  ${shareOut(writer, plan.network.size, check)}
  var losses = vec2f(0.0);
  // A loop, because compilers write a function out wherever it is called.
  for (var other = 0; other < 2; other += 1) {
    let start = other * uniforms.train;
    losses[other] = loss_sum(start, select(uniforms.train, uniforms.held, other == 1));
  }
  sums[lane] = vec3f(losses, broken);
  ${barrier}
  if (lane == 0) {
    var total = vec3f(0.0);
    ${loop("other", lanes, "total += sums[other];")}
    let whole = total.z == 0.0 && is_finite(total.x) && is_finite(total.y);
    result[${curve} + 2 * at] = select(${noLoss}, total.x / f32(uniforms.train), whole);
    result[${curve} + 2 * at + 1] = select(${noLoss}, total.y / f32(uniforms.held), whole);
  }
  ${barrier}
}`;
}

function trainPass({ plan, memory }: Writer): string {
  const { batch } = plan;
  return /* wgsl */ `
fn train_pass(number : i32) {
  let order_key = hash32(u32(number) + uniforms.order);
  let drop_key = hash32(u32(number) + uniforms.drop);
  var steps = (number - 1) * ((uniforms.train + ${batch - 1}) / ${batch});
  for (var start = 0; start < uniforms.train; start += ${batch}) {
    let count = min(${batch}, uniforms.train - start);
    steps += 1;
    let filled = filled_after(f32(steps));
    for (var at = 0; at < count; at += ${memory.tile}) {
      let rows = min(${memory.tile}, count - at);
      fetch_rows(start + at, rows, order_key);
      forward(rows, 1.0 / f32(count), drop_key);
      backward(rows);
      take_step(rows, at == 0, at + ${memory.tile} >= count, filled);
    }
  }
}`;
}

/** The whole program for a plan laid out as `memory`. */
export function shaderOf(
  plan: Plan,
  memory: Memory,
  lanes: number,
  rowsAtOnce: number,
): string {
  const writer = createWriter(plan, memory, lanes, rowsAtOnce);
  const { barrier } = writer;
  return /* wgsl */ `
var<workgroup> memory : array<f32, ${Math.max(memory.shared, 1)}>;
var<workgroup> places : array<i32, ${memory.tile}>;
var<workgroup> sums : array<vec3f, ${lanes}>;
var<private> lane : i32;
${elementaryWgsl}
${randomWgsl}
${keptShareWgsl}
${filledWgsl}
${[fetchRows, forward, backward, renew, step, lossSum, writeCurve, trainPass]
  .map((part) => part(writer))
  .join("\n")}
fn main(index : i32) {
  lane = index;
  ${copyState(writer, "memory")}
  for (var at = 0; at < uniforms.passes; at += 1) {
    train_pass(uniforms.first + at);
    write_curve(at);
  }
  ${barrier}
  ${copyState(writer, "result")}
}`;
}
