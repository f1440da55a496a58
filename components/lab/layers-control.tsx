"use client";
import styles from "./settings.module.css";

type Props = {
  label: string;
  /** The layers as a link writes them: `8-8` or `none`. */
  text: string;
  control: { most: number; widest: number };
  onChange(text: string): void;
};

/** Adds and removes hidden layers, and neurons in each. */
export function LayersControl({ label, text, control, onChange }: Props) {
  const widths = text === "none" ? [] : text.split("-").map(Number);
  const change = (next: readonly number[]) =>
    onChange(next.length === 0 ? "none" : next.join("-"));
  const resize = (layer: number, by: number) =>
    change(widths.map((width, index) => (index === layer ? width + by : width)));
  return (
    <fieldset className={`${styles.control} ${styles.layers}`}>
      <legend>{label}</legend>
      {widths.length === 0 && <p>None: the inputs go straight to the output.</p>}
      {widths.map((width, layer) => (
        <div key={layer} className={styles.stepper}>
          <span>Layer {layer + 1}</span>
          <button
            type="button"
            aria-label={`One neuron fewer in layer ${layer + 1}`}
            disabled={width <= 1}
            onClick={() => resize(layer, -1)}
          >
            −
          </button>
          <output>
            {width} <span className="visually-hidden">neurons</span>
          </output>
          <button
            type="button"
            aria-label={`One neuron more in layer ${layer + 1}`}
            disabled={width >= control.widest}
            onClick={() => resize(layer, 1)}
          >
            +
          </button>
        </div>
      ))}
      <div className={styles.pair}>
        <button
          type="button"
          disabled={widths.length >= control.most}
          onClick={() => change([...widths, widths.at(-1) ?? 4])}
        >
          Add a layer
        </button>
        <button
          type="button"
          disabled={widths.length === 0}
          onClick={() => change(widths.slice(0, -1))}
        >
          Remove one
        </button>
      </div>
    </fieldset>
  );
}
