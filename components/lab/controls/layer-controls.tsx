"use client";
// The hidden layers: how many and how wide, and the names that each may have for itself.
import { useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { Small } from "@/components/kit/layout";
import { Tick } from "@/components/kit/tick";
import { layersIn, layersText, type Option, type OwnControl } from "@/labs/field/field";
import styles from "./controls.module.css";
import { NamedSelect } from "./named-select";

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
    <fieldset className={styles.layers}>
      <legend>{label}</legend>
      {widths.length === 0 && <p>None: the inputs go straight to the output.</p>}
      {widths.map((width, layer) => (
        <div key={layer} className={styles.stepper}>
          <span>Layer {layer + 1}</span>
          <Button
            aria-label={`One neuron fewer in layer ${layer + 1}`}
            disabled={width <= 1}
            onClick={() => resize(layer, -1)}
          >
            −
          </Button>
          <output>
            {width} <span className="visually-hidden">neurons</span>
          </output>
          <Button
            aria-label={`One neuron more in layer ${layer + 1}`}
            disabled={width >= control.widest}
            onClick={() => resize(layer, 1)}
          >
            +
          </Button>
        </div>
      ))}
      <div className={styles.pair}>
        <Button
          disabled={widths.length >= control.most}
          onClick={() => change([...widths, widths.at(-1) ?? 4])}
        >
          Add a layer
        </Button>
        <Button
          disabled={widths.length === 0}
          onClick={() => change(widths.slice(0, -1))}
        >
          Remove one
        </Button>
      </div>
    </fieldset>
  );
}

type PerLayerControlProps = {
  label: string;
  /** The names as a link writes them: `tanh`, or `relu-tanh`, whose last goes on. */
  text: string;
  options: readonly Option[];
  own: OwnControl;
  /** How many hidden layers the run has. */
  layers: number;
  /** Why the names change nothing in this run, or null where they count. */
  idle: string | null;
  onChange(text: string): void;
};

/** One choice for all hidden layers or, where the reader wants it, one for each. */
export function PerLayerControl(props: PerLayerControlProps) {
  const { label, text, options, own, layers, idle, onChange } = props;
  const id = useId();
  const named = layersIn(text, options);
  const last = named.at(-1) ?? "";
  const names = Array.from({ length: layers }, (_, layer) => named[layer] ?? last);
  const differ = new Set(names).size > 1;
  const [opened, setOpened] = useState(false);
  const apart = layers > 1 && (opened || differ);
  const shown = apart ? names : [named[0] ?? ""];

  function open(wanted: boolean) {
    setOpened(wanted);
    if (!wanted && differ) onChange(shown[0] ?? last);
  }
  const choose = (at: number, name: string) =>
    onChange(
      layersText(
        shortest(shown.map((old, layer) => (layer === at ? name : old))),
        options,
      ),
    );

  // The same element either way: the tick keeps the focus when the reader sets it.
  const grouped = { role: "group", "aria-labelledby": `${id}-label` };
  return (
    <div className={styles.control} {...(apart && grouped)}>
      <div className={styles.heading}>
        {apart ? (
          <span id={`${id}-label`}>{label}</span>
        ) : (
          <label htmlFor={`${id}-0`}>{label}</label>
        )}
        {layers > 1 && (
          <Tick checked={apart} onChange={({ target }) => open(target.checked)}>
            One per layer
          </Tick>
        )}
      </div>
      {shown.map((name, layer) => (
        <div key={layer} className={styles.layer}>
          {apart && <label htmlFor={`${id}-${layer}`}>Layer {layer + 1}</label>}
          <NamedSelect
            id={`${id}-${layer}`}
            text={name}
            {...{ options, own }}
            about={apart ? `Layer ${layer + 1}` : undefined}
            disabled={idle !== null}
            aria-describedby={idle ? `${id}-idle` : undefined}
            onChange={(chosen) => choose(layer, chosen)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </NamedSelect>
        </div>
      ))}
      {idle && <Small id={`${id}-idle`}>{idle}</Small>}
    </div>
  );
}

/** The names of all layers without the repeats at their end. */
function shortest(names: readonly string[]): readonly string[] {
  const kept = names.findLastIndex((name) => name !== names.at(-1)) + 2;
  return names.slice(0, kept);
}
