"use client";
// A weight moved at its line: the maps follow at once, and the run starts there when it is
// let go.
import { type CSSProperties, useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { largestWeight } from "@/labs/run/weight-edit";
import type { DrawnWeight } from "./diagram-layout";
import type { NetworkDesk } from "./network-desk";
import { nameOf, signed, sourceOf } from "./neuron-names";
import styles from "./weight-slider.module.css";

type Props = { desk: NetworkDesk; weight: DrawnWeight; onClose(): void };

/** The least that the slider reaches to either side of 0. */
const least = 3;

/** A slider over the middle of a weight's line. Escape closes it. */
export function WeightSlider({ desk, weight, onClose }: Props) {
  const { from, to, at } = weight;
  const id = useId();
  const { drawn, act } = desk;
  const now = drawn.weights[at] ?? 0;
  // The same scale for as long as it is open.
  const [most] = useState(() =>
    Math.min(Math.max(least, Math.ceil(2 * Math.abs(now))), largestWeight),
  );
  const [held, setHeld] = useState<number | null>(null);
  const name = `${sourceOf(to.column, from.row, drawn.run)} → ${nameOf(to, drawn.run)}`;

  function move(value: number) {
    setHeld(value);
    act.current.hold({ at, value });
  }
  function letGo() {
    if (held === null) return;
    setHeld(null);
    act.current.keep({ at, value: held });
  }
  const place = {
    "--x": `${(from.x + to.x) / 2}%`,
    "--y": `${(from.y + to.y) / 2}%`,
  } as CSSProperties;
  return (
    <fieldset
      className={styles.slider}
      style={place}
      onKeyDown={({ key }) => {
        if (key === "Escape") onClose();
      }}
    >
      <label htmlFor={id}>
        <span className="visually-hidden">Slide the weight of </span>
        {name}
      </label>
      <output htmlFor={id}>{signed(held ?? now)}</output>
      <Button look="bare" aria-label="Close the slider" onClick={onClose}>
        ×
      </Button>
      <input
        id={id}
        type="range"
        min={-most}
        max={most}
        step={most / 60}
        value={held ?? now}
        onChange={({ target }) => move(Math.fround(Number(target.value)))}
        onPointerUp={letGo}
        onKeyUp={letGo}
        onBlur={letGo}
      />
    </fieldset>
  );
}
