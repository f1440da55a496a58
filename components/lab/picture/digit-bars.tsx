import type { CSSProperties } from "react";
import { type Certainty, certaintyText } from "@/labs/certainty";
import styles from "./picture.module.css";

type Props = {
  certainty: Certainty;
  values: Float64Array;
  named: number;
  names: readonly string[];
};

/** How sure the network is of each digit: probabilities from 0, or scores around it. */
export function AnswerBars({ certainty, values, named, names }: Props) {
  const format = (value: number) => certaintyText(certainty, value);
  if (certainty === "scores") {
    const rows = names.map((name, at) => ({ name, value: values[at] ?? 0 }));
    return (
      <SignedBars
        caption="Score of each digit"
        heading="Score"
        largest={1.5}
        {...{ rows, format }}
      />
    );
  }
  return (
    <table className={styles.bars}>
      <caption>Probability of each digit</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Digit</th>
          <th scope="col">Probability</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, at) => {
          const value = values[at] ?? 0;
          const length = `${100 * value}%`;
          return (
            <tr key={name} data-named={at === named}>
              <th scope="row">{name}</th>
              <td>
                <span
                  className={styles.bar}
                  style={{ "--from": "0%", "--length": length } as CSSProperties}
                />
                {format(value)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type SignedBarsProps = {
  caption: string;
  heading: string;
  rows: readonly { name: string; value: number }[];
  /** The size of the number that fills half the track. */
  largest: number;
  format(value: number): string;
};

/** Numbers above and below 0 as bars from the middle: blue plain, orange hatched. */
export function SignedBars({ caption, heading, rows, largest, format }: SignedBarsProps) {
  return (
    <table className={styles.bars}>
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Digit</th>
          <th scope="col">{heading}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, value }) => {
          const share = Math.min(Math.abs(value) / (largest || 1), 1) * 50;
          const from = value < 0 ? 50 - share : 50;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <span
                  className={styles.bar}
                  data-sign={value < 0 ? "negative" : "positive"}
                  data-middle
                  style={
                    { "--from": `${from}%`, "--length": `${share}%` } as CSSProperties
                  }
                />
                {format(value)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
