"use client";
// A figure to point at, and the same places as radio buttons.
import { letterOf } from "../figure/spots/spot";
import { spotFigure } from "../figure/spots/spots";
import type { InputProps } from "./inputs/input-props";
import styles from "./inputs/inputs.module.css";
import { PartSays } from "./inputs/part-says";
import { WithCode } from "./with-code";

/** One place of a figure to choose: in the figure by pointer, below it by anything. */
export function PointInput(props: InputProps<"point">) {
  const { posed, answer, feedback, locked, name, onAnswer } = props;
  const figure = spotFigure(posed.figure);
  const spots = posed.options.map(({ spot }) => spot);
  const ticked = answer.kind === "ticked" ? answer.options[0] : undefined;
  const choose = (at: number) => {
    if (!locked && at >= 0) onAnswer({ kind: "ticked", options: [at] });
  };
  return (
    <>
      {figure ? (
        <figure.Drawing
          spots={spots}
          chosen={spots[ticked ?? -1] ?? null}
          onChoose={locked ? null : (spot) => choose(spots.indexOf(spot))}
        />
      ) : (
        <p>The figure “{posed.figure}” is not known here.</p>
      )}
      <ul className={styles.options}>
        {posed.options.map(({ text, spot }, at) => {
          const part = feedback?.parts[at] ?? null;
          return (
            <li key={spot}>
              <label>
                <input
                  type="radio"
                  name={name}
                  checked={ticked === at}
                  aria-disabled={locked}
                  aria-describedby={part ? `${name}-why-${at}` : undefined}
                  onChange={() => choose(at)}
                />
                <span>
                  <b>{letterOf(spots, spot)}</b> · <WithCode text={text} />
                </span>
              </label>
              <PartSays part={part} id={`${name}-why-${at}`} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
