import * as tf from "@tensorflow/tfjs-core/dist/base";
import {
  type Formula,
  type FunctionName,
  type Relation,
  wholePower,
} from "@/labs/formula/formula";

// Formulas as TensorFlow.js operations, element by element, which it differentiates itself.

const functions: Readonly<Record<FunctionName, (x: tf.Tensor) => tf.Tensor>> = {
  negate: (x) => tf.neg(x),
  abs: (x) => tf.abs(x),
  sign: (x) => tf.sign(x),
  sqrt: (x) => tf.sqrt(x),
  exp: (x) => tf.exp(x),
  expm1: (x) => tf.expm1(x),
  log: (x) => tf.log(x),
  log1p: (x) => tf.log1p(x),
  tanh: (x) => tf.tanh(x),
  logistic: (x) => tf.sigmoid(x),
  softplus: (x) => tf.softplus(x),
  sine: (x) => tf.sin(x),
  cosine: (x) => tf.cos(x),
};

const pairs = {
  "+": tf.add,
  "-": tf.sub,
  "*": tf.mul,
  "/": tf.div,
  "^": tf.pow,
  min: tf.minimum,
  max: tf.maximum,
} as const;

const relations = {
  "<": tf.less,
  "<=": tf.lessEqual,
  ">": tf.greater,
  ">=": tf.greaterEqual,
} as const;

/** A comparison, which TensorFlow.js has no gradient for: it is 0. */
const compared = (relation: Relation, left: tf.Tensor, right: tf.Tensor) =>
  tf.customGrad((...sides) => {
    const [one, other] = sides as tf.Tensor[];
    return {
      value: relations[relation](one!, other!),
      gradFunc: () => [tf.zerosLike(one!), tf.zerosLike(other!)],
    };
  })(left, right);

type Named = Readonly<Record<string, tf.Tensor>>;

/**
 * The same values, whose slopes count only where `holds`: an infinite slope of the case that
 * does not hold, times 0, would be no number.
 */
const heldTo = (holds: tf.Tensor, x: tf.Tensor) =>
  tf.customGrad((...given) => {
    const [from, save] = given as [tf.Tensor, tf.GradSaveFunc];
    save([holds]);
    return {
      value: tf.clone(from),
      gradFunc: (change: tf.Tensor, [kept]: tf.Tensor[]) =>
        tf.where(kept!, change, tf.zerosLike(change)),
    };
  })(x.size < holds.size ? tf.broadcastTo(x, holds.shape) : x);

const allHeldTo = (holds: tf.Tensor, names: Named): Named =>
  Object.fromEntries(
    Object.entries(names).map(([name, tensor]) => [name, heldTo(holds, tensor)]),
  );

/** A formula's value for tensors by its names. Disposes nothing. */
export function operate(formula: Formula, names: Named): tf.Tensor {
  const of = (part: Formula) => operate(part, names);
  switch (formula.kind) {
    case "number":
      return tf.scalar(formula.value);
    case "name": {
      const named = names[formula.name];
      if (!named) throw new Error(`no tensor for “${formula.name}”`);
      return named;
    }
    case "call":
      return functions[formula.of](of(formula.argument));
    case "pair":
      if (wholePower(formula) === 2) return tf.square(of(formula.left));
      return pairs[formula.of](of(formula.left), of(formula.right));
    case "choice": {
      const holds = compared(formula.relation, of(formula.left), of(formula.right));
      const yes = operate(formula.yes, allHeldTo(holds, names));
      const no = operate(formula.no, allHeldTo(tf.logicalNot(holds), names));
      return tf.where(holds, yes, no);
    }
  }
}
