"use client";
import { useId } from "react";
import styles from "./lab.module.css";
import type { LabControls } from "./use-lab";

/** Chooses which of the networks that train together the views show. */
export function SideChoice({ controls }: { controls: LabControls }) {
  const name = useId();
  const { sides, shown } = controls.state;
  if (sides.length < 2) return null;
  return (
    <fieldset className={styles.sides}>
      <legend>Shown below</legend>
      {sides.map(({ label }, index) => (
        <label key={label} className={styles.tick}>
          <input
            type="radio"
            name={name}
            checked={index === shown}
            onChange={() => controls.show(index)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
