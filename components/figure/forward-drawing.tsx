// The network of the feed-forward figure, lit up to one layer. Its text says the same, so
// the drawing itself is hidden from screen readers.
import styles from "./feed-forward.module.css";
import figure from "./figure.module.css";
import { type Step, written } from "./forward-steps";

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

type Props = { input: readonly number[]; steps: readonly Step[]; at: number };

export function ForwardDrawing({ input, steps, at }: Props) {
  return (
    <svg className={figure.drawing} viewBox="0 0 300 234" aria-hidden="true">
      {["Input", ...steps.map(({ name }) => name)].map((name, layer) => (
        <text
          key={name}
          className={`${figure.middle} ${layer === at ? styles.here : figure.quiet}`}
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
    </svg>
  );
}
