"use client";
// A line that is moved over the map by keys or by pointer: what the network says along it
// sounds from the bottom to the top, and is told in words.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Field } from "@/components/kit/field";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { PlaneCanvas } from "@/components/lab/network/plane-canvas";
import { mapsOf } from "@/components/lab/plane/known-maps";
import { MapFrame } from "@/components/lab/plane/map-frame";
import { mapSize, onMap } from "@/components/lab/plane/plane-place";
import type { Side } from "@/components/lab/training/side";
import { fixedText, numberText } from "@/labs/arithmetic/number-text";
import { planeRadius } from "@/labs/data/dataset";
import { kindOf } from "@/labs/data/datasets";
import { classNames } from "@/labs/data/sample";
import {
  type Said,
  stretchesOf,
  sweepHeights,
  sweepTones,
  type Tone,
} from "@/labs/sound/by-ear";
import { neuronsAt, winnersOf } from "@/labs/training/plane-maps";
import { classesOf, noClass } from "@/labs/training/score";
import styles from "./sweep.module.css";

const heights = sweepHeights(planeRadius);

type Props = { side: Side; onSweep(tones: readonly Tone[]): void };

export function Sweep({ side, onSweep }: Props) {
  const [x, setX] = useState(0);
  const [told, setTold] = useState("");
  const { run, weights } = side;
  const maps = mapsOf(run, weights);
  const scores = maps.layers.at(-1) ?? [];
  function sweep(to: number) {
    const line = lineAt(side, to);
    setX(to);
    setTold(lineText(side, to, line));
    onSweep(sweepTones(line));
  }
  return (
    <div className={styles.sweep}>
      <MapFrame className={styles.map}>
        <PlaneCanvas
          values={
            scores.length > 1 ? winnersOf(scores) : (scores[0] ?? new Float32Array())
          }
          side={maps.side}
        />
        <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
          <path className={styles.line} d={`M${onMap(x)} 0V${mapSize}`} />
        </svg>
      </MapFrame>
      <div>
        <Field label="Sweep the map at x" hint="Each step is heard from the bottom up.">
          {(control) => (
            <input
              {...control}
              type="range"
              min={-planeRadius}
              max={planeRadius}
              step={0.5}
              value={x}
              onChange={({ target }) => sweep(Number(target.value))}
            />
          )}
        </Field>
        <Row>
          <Button onClick={() => sweep(x)}>Hear it again</Button>
        </Row>
        <Status>{told}</Status>
      </div>
    </div>
  );
}

/** What the network says along the line at x, from the bottom to the top. */
function lineAt({ run, weights }: Side, x: number): readonly Said[] {
  const kind = kindOf(run);
  return heights.map((y) => {
    const scores = neuronsAt(run, weights, { x, y }).at(-1) ?? new Float64Array();
    const [named = noClass] = classesOf(scores, scores.length);
    const at = kind === "several" ? named : Number(named > 0);
    const isNone = kind === "number" || named === noClass;
    return { scores: Array.from(scores), class: isNone ? null : at };
  });
}

/** The same in a sentence. */
function lineText({ run }: Side, x: number, line: readonly Said[]): string {
  const at = `At x ${fixedText(x, 1)}, from the bottom up: `;
  if (kindOf(run) === "number") {
    const ends = [line[0], line.at(-1)].map((said) => numberText(said?.scores[0] ?? 0));
    return `${at}${ends.join(" at the bottom, ")} at the top.`;
  }
  const names = classNames(run);
  const parts = stretchesOf(line, heights).map(
    ({ class: named, to }, index, { length }) => {
      const what = named === null ? "no class" : (names[named] ?? "no class");
      return index === length - 1
        ? `${what} to the top`
        : `${what} to y ${fixedText(to, 1)}`;
    },
  );
  return `${at}${parts.join(", ")}.`;
}
