"use client";

import { useId, useState } from "react";
import styles from "./feed-forward.module.css";
import figure from "./figure.module.css";
import { ForwardDrawing } from "./forward-drawing";
import { choices, forwardSteps, writtenSum, writtenVector } from "./forward-steps";

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
          <label key={choice.join()}>
            <input
              type="radio"
              name={name}
              checked={choice === input}
              onChange={() => setInput(choice)}
            />
            {writtenVector(choice, 1)}
          </label>
        ))}
      </fieldset>

      <div className={figure.frame}>
        <ForwardDrawing input={input} steps={steps} at={at} />
      </div>
      <p className={styles.key}>
        <span className={styles.positive}>weight above 0</span>
        <span className={styles.negative}>weight below 0</span>
        <span>thicker: further from 0</span>
        <span>in a circle: the sum, then its tanh</span>
      </p>

      <div className={styles.buttons}>
        <button
          type="button"
          aria-disabled={at === 0}
          onClick={() => setAt(Math.max(0, at - 1))}
        >
          Back
        </button>
        <button
          type="button"
          aria-disabled={at === steps.length}
          onClick={() => setAt(Math.min(steps.length, at + 1))}
        >
          Next layer
        </button>
      </div>

      <div className={styles.words} aria-live="polite">
        {step ? (
          <>
            <p>
              <strong>{step.name}</strong> takes {writtenVector(step.inputs, step.digits)}{" "}
              and gives {writtenVector(step.neurons.map(({ output }) => output))}.
            </p>
            <ul>
              {step.neurons.map((neuron, index) => (
                <li key={neuron.weights.join()}>
                  Neuron {index + 1}: {writtenSum(step, index)}
                </li>
              ))}
            </ul>
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
