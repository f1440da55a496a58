"use client";
import { useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Row } from "@/components/kit/layout";
import { Tick } from "@/components/kit/tick";
import { Drawing } from "./drawing";
import styles from "./feed-forward.module.css";

/** A 2-3-2-1 network whose reader picks an input and follows it layer by layer. */
export function FeedForward({ alt }: { alt: string }) {
  const [input, setInput] = useState<readonly number[]>(choices[0] ?? []);
  const [at, setAt] = useState(0);
  const name = useId();
  const steps = forwardSteps(input);
  const step = steps[at - 1];

  return (
    <div className={styles.figure} role="group" aria-label={alt}>
      <fieldset className={styles.choices}>
        <legend>Input</legend>
        {choices.map((choice) => (
          <Tick
            key={choice.join()}
            type="radio"
            name={name}
            checked={choice === input}
            onChange={() => setInput(choice)}
          >
            {writtenVector(choice, 1)}
          </Tick>
        ))}
      </fieldset>

      <ForwardDrawing input={input} steps={steps} at={at} />
      <p className={styles.key}>
        <span className={styles.positive}>weight above 0</span>
        <span className={styles.negative}>weight below 0</span>
        <span>thicker: further from 0</span>
        <span>in a circle: the sum, then its tanh</span>
      </p>

      <Row className={styles.buttons}>
        <Button inactive={at === 0} onClick={() => setAt(at - 1)}>
          Back
        </Button>
        <Button inactive={at === steps.length} onClick={() => setAt(at + 1)}>
          Next layer
        </Button>
      </Row>

      <div className={styles.words} aria-live="polite">
        {step ? (
          <>
            <p>
              <strong>{step.name}</strong> takes {writtenVector(step.inputs, step.digits)}{" "}
              and gives {writtenVector(step.neurons.map(({ output }) => output))}.
            </p>
            <PlainList>
              {step.neurons.map((neuron, index) => (
                <li key={neuron.weights.join()}>
                  Neuron {index + 1}: {writtenSum(step, index)}
                </li>
              ))}
            </PlainList>
          </>
        ) : (
          <p>
            <strong>Input</strong> is the vector {writtenVector(input, 1)}. No neuron has
            worked yet.
          </p>
        )}
      </div>
    </div>
  );
}

type Props = { input: readonly number[]; steps: readonly Step[]; at: number };

/** The network, lit up to one layer; the words beside it say the same to screen readers. */
function ForwardDrawing({ input, steps, at }: Props) {
  return (
    <Drawing width={300} height={234}>
      {["Input", ...steps.map(({ name }) => name)].map((name, layer) => (
        <text
          key={name}
          textAnchor="middle"
          {...(layer === at ? { className: styles.here } : { "data-ink": "quiet" })}
          x={column(layer)}
          y="16"
        >
          {name}
        </text>
      ))}
      {steps.map((step, index) => (
        <Edges key={step.name} step={step} layer={index + 1} at={at} />
      ))}
      <g className={stage(0, at)}>
        {input.map((value, index) => (
          <g
            key={index}
            className={styles.neuron}
            transform={`translate(${column(0)} ${row(index, input.length)})`}
          >
            <rect x="-25" y="-19" width="52" height="38" rx="3" />
            <text className={styles.output} x="1" y="5">
              {written(value, 1)}
            </text>
          </g>
        ))}
      </g>
      {steps.map((step, index) => (
        <Neurons key={step.name} step={step} layer={index + 1} at={at} />
      ))}
    </Drawing>
  );
}

const column = (layer: number) => 29 + layer * 80.5;
const row = (index: number, count: number) => 132 + (index - (count - 1) / 2) * 66;

/** Where a layer stands, seen from the layer that is shown. */
const stage = (layer: number, at: number) =>
  layer === at ? styles.now : layer < at ? styles.done : styles.later;

function Edges({ step, layer, at }: { step: Step; layer: number; at: number }) {
  return (
    <g className={stage(layer, at)}>
      {step.neurons.map(({ weights }, to) =>
        weights.map((weight, from) => {
          const start = `${column(layer - 1) + 27} ${row(from, weights.length)}`;
          const end = `${column(layer) - 27} ${row(to, step.neurons.length)}`;
          return (
            <path
              key={`${start} ${end}`}
              className={weight < 0 ? styles.below : styles.above}
              d={`M${start}L${end}`}
              strokeWidth={1 + 3 * Math.abs(weight)}
            />
          );
        }),
      )}
    </g>
  );
}

function Neurons({ step, layer, at }: { step: Step; layer: number; at: number }) {
  return (
    <g className={stage(layer, at)}>
      {step.neurons.map(({ weights, sum, output }, index) => {
        const place = `translate(${column(layer)} ${row(index, step.neurons.length)})`;
        return (
          <g key={weights.join()} className={styles.neuron} transform={place}>
            <circle r="27" />
            {layer <= at && step.squash && (
              <>
                <text className={styles.sum} y="-5">
                  {written(sum)}
                </text>
                <path className={styles.split} d="M-17 0h34" />
              </>
            )}
            {layer <= at && (
              <text className={styles.output} y={step.squash ? 15 : 5}>
                {written(output)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

// The arithmetic of the feed-forward figure. The weights are chosen so that a reader who
// recalculates with the numbers shown, two decimals each, gets the numbers shown.

type Neuron = { weights: readonly number[]; bias: number };

/** One layer's work: what came in, and each neuron's sum and output. */
type Step = {
  name: string;
  /** Whether tanh follows the sums. */
  squash: boolean;
  /** The decimals that the inputs are written with. */
  digits: number;
  inputs: readonly number[];
  neurons: readonly (Neuron & { sum: number; output: number })[];
};

const layers: readonly { name: string; squash: boolean; neurons: readonly Neuron[] }[] = [
  {
    name: "Hidden 1",
    squash: true,
    neurons: [
      { weights: [0.5, -0.3], bias: 0.1 },
      { weights: [0.5, -0.7], bias: -0.1 },
      { weights: [0.2, 0.6], bias: -0.2 },
    ],
  },
  {
    name: "Hidden 2",
    squash: true,
    neurons: [
      { weights: [-0.4, -0.5, -0.2], bias: 0.1 },
      { weights: [0.8, 0.5, 0.4], bias: 0.1 },
    ],
  },
  {
    name: "Output",
    squash: false,
    neurons: [{ weights: [-0.3, 0.7], bias: 0.1 }],
  },
];

/** The inputs a reader can choose from. */
const choices: readonly (readonly number[])[] = [
  [1, 0.5],
  [-1, 0.5],
  [0, -1],
];

/** The work of each layer on an input, from first to last: tanh, tanh, linear. */
function forwardSteps(input: readonly number[]): Step[] {
  let inputs = input;
  return layers.map(({ name, squash, neurons }, layer) => {
    const step: Step = {
      name,
      squash,
      digits: layer === 0 ? 1 : 2,
      inputs,
      neurons: neurons.map((neuron) => {
        const sum = neuron.weights.reduce(
          (total, weight, index) => total + weight * (inputs[index] ?? 0),
          neuron.bias,
        );
        return { ...neuron, sum, output: squash ? Math.tanh(sum) : sum };
      }),
    };
    inputs = step.neurons.map(({ output }) => output);
    return step;
  });
}

/** A number as the figure writes it: a true minus sign, never "−0.00". */
function written(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

function writtenVector(values: readonly number[], digits = 2): string {
  return `[${values.map((value) => written(value, digits)).join(", ")}]`;
}

/** A neuron's work in words: "0.5 × 1.0 + (−0.3) × 0.5 + 0.1 = 0.45; tanh gives 0.42". */
function writtenSum(step: Step, index: number): string {
  const neuron = step.neurons[index];
  if (!neuron) return "";
  const kept = (text: string) => (text.startsWith("−") ? `(${text})` : text);
  const products = neuron.weights.map((weight, at) => {
    const factor = written(weight, 1);
    const input = written(step.inputs[at] ?? 0, step.digits);
    return `${at ? kept(factor) : factor} × ${kept(input)}`;
  });
  const bias = `${neuron.bias < 0 ? "−" : "+"} ${written(Math.abs(neuron.bias), 1)}`;
  const sum = `${products.join(" + ")} ${bias} = ${written(neuron.sum)}`;
  return step.squash ? `${sum}; tanh gives ${written(neuron.output)}` : sum;
}
