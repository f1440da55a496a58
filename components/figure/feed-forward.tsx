"use client";
import { useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Row } from "@/components/kit/layout";
import { Tick } from "@/components/kit/tick";
import { Drawing } from "./drawing";
import styles from "./feed-forward.module.css";
import {
  choices,
  forwardSteps,
  type Step,
  written,
  writtenSum,
  writtenVector,
} from "./forward-steps";

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
