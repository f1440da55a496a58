"use client";
import { useId } from "react";
import { most } from "@/labs/run";
import lab from "../lab.module.css";
import { ClassSign, lookOf } from "../plane/class-look";
import styles from "./own-data.module.css";

/** What a click on the plane does: adds a point of a class, or removes one. */
export type Tool = number | "erase";

type Props = {
  tool: Tool;
  /** How many points each class on offer has. */
  counts: readonly number[];
  onTool(tool: Tool): void;
  onAddClass(): void;
};

/** The class of new points, or the eraser. */
export function ToolChoice({ tool, counts, onTool, onAddClass }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.tools}>
      <legend>A click adds</legend>
      {counts.map((count, index) => (
        <label key={lookOf(index).name} className={lab.tick}>
          <input
            type="radio"
            name={name}
            checked={tool === index}
            onChange={() => onTool(index)}
          />
          <ClassSign of={index} /> {lookOf(index).name}{" "}
          <span className={lab.small}>{count}</span>
        </label>
      ))}
      <label className={lab.tick}>
        <input
          type="radio"
          name={name}
          checked={tool === "erase"}
          onChange={() => onTool("erase")}
        />
        erase
      </label>
      <button
        type="button"
        aria-disabled={counts.length >= most.classes}
        onClick={() => counts.length < most.classes && onAddClass()}
      >
        Add a class
      </button>
    </fieldset>
  );
}
