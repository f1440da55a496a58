// How much arithmetic one step of a plan holds.
import { layered } from "../network/network";
import type { Plan } from "../run/plan";

type Step = Pick<Plan, "network" | "batch">;

/** A product of rows × inputs and inputs × outputs, and its multiplications. */
export type Product = { rows: number; inputs: number; outputs: number; count: number };

/** The largest matrix product on a step's way forward. */
export function largestProduct({ network, batch }: Step): Product {
  const products = network.layers.map(({ inputs, outputs }) => {
    const count = batch * inputs * outputs;
    return { rows: batch, inputs, outputs, count };
  });
  return products.reduce((most, next) => (next.count > most.count ? next : most));
}

/** The side of two square matrices whose product takes as many multiplications. */
export const squareSide = ({ count }: Product) => Math.cbrt(count);

/** A plan with two hidden layers of `width` instead of its own, alike in activation. */
export function widened<P extends Step>(plan: P, width: number): P {
  const { layers } = plan.network;
  const first = layers[0]!;
  const last = layers.at(-1)!;
  const activation = first === last ? "tanh" : first.activation;
  const network = layered(first.inputs, [width, width], [activation], last.outputs);
  return { ...plan, network };
}
