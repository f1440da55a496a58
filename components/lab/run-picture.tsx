"use client";
// A small picture of a run that follows its weights while it trains.
import { useMemo } from "react";
import { usePaced } from "@/components/kit/use-paced";
import { datasets, kindOf } from "@/labs/data/datasets";
import { forecastOf } from "@/labs/forecast/forecast";
import { confusionOf, tallyOf } from "@/labs/picture/confusion";
import { winnersOf } from "@/labs/training/plane-maps";
import { PlaneCanvas } from "./network/plane-canvas";
import { mapsOf } from "./plane/known-maps";
import { MapFrame } from "./plane/map-frame";
import { PlanePoints } from "./plane/plane-points";
import styles from "./run-picture.module.css";
import { ForecastDrawing } from "./series/forecast-drawing";
import { WritingDrawing } from "./text/writing-drawing";
import { classAnswersOf } from "./training/class-answers";
import { prepareSide } from "./training/prepare-side";
import type { Side } from "./training/side";

/**
 * A picture that suits a run's data: the map of the plane, a forecast, or which classes
 * are taken for which. Decorative: say in text what it shows.
 */
export function RunPicture({ side }: { side: Side }) {
  // Pictures may lag behind the weights: training never waits for them.
  const drawn = usePaced(side, { goesOn, prepare: prepareSide });
  const { on } = datasets[drawn.run.data];
  if (on === "plane") return <PlanePicture side={drawn} />;
  if (on === "text") return <WritingDrawing side={drawn} />;
  return on === "series" ? <SeriesPicture side={drawn} /> : <ClassPicture side={drawn} />;
}

const goesOn = (drawn: Side, now: Side) => drawn.run === now.run && !now.ended;

function PlanePicture({ side: { run, weights, sample } }: { side: Side }) {
  const maps = useMemo(() => mapsOf(run, weights), [run, weights]);
  const several = kindOf(run) === "several";
  const scores = maps.layers.at(-1) ?? [];
  const [score = new Float32Array()] = scores;
  return (
    <MapFrame aria-hidden>
      <PlaneCanvas values={several ? winnersOf(scores) : score} side={maps.side} />
      {sample.points && <PlanePoints points={sample.points} several={several} />}
    </MapFrame>
  );
}

function SeriesPicture({ side }: { side: Side }) {
  const forecast = useMemo(() => forecastOf(side), [side]);
  return <ForecastDrawing forecast={forecast} />;
}

/** A cell of the table that follows, in its own units. */
const cell = 22;

/** Rows are the true classes, columns the named ones: the diagonal, framed, is right. */
function ClassPicture({ side }: { side: Side }) {
  const { names, truths, named } = classAnswersOf(side);
  const confusion = useMemo(
    () => confusionOf(truths, named, names.length),
    [truths, named, names],
  );
  const size = cell * (names.length + 1);
  const middle = (at: number) => cell * (at + 1.5);
  return (
    <svg className={styles.classes} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      {names.map((name, at) => (
        <g key={name}>
          <text x={middle(at)} y={cell * 0.6}>
            {name}
          </text>
          <text x={cell * 0.5} y={middle(at)}>
            {name}
          </text>
          <path d={`M${cell * (at + 1)} ${cell * (at + 1)}h${cell}v${cell}h-${cell}z`} />
        </g>
      ))}
      {Array.from(confusion.counts, (count, at) => {
        const [truth, answer] = [Math.floor(at / names.length), at % names.length];
        const share = count / Math.max(tallyOf(confusion, truth).all, 1);
        if (share === 0) return null;
        const side = 0.9 * cell * Math.sqrt(share);
        return (
          <rect
            key={`${truth} ${answer}`}
            x={middle(answer) - side / 2}
            y={middle(truth) - side / 2}
            width={side}
            height={side}
            data-right={truth === answer}
          />
        );
      })}
    </svg>
  );
}
