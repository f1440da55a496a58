import type { CSSProperties } from "react";
import { type Certainty, certaintyText } from "@/labs/certainty";
import styles from "./picture.module.css";
import { SignedBars } from "./signed-bars";

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
