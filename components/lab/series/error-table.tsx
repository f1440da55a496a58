import { lossText } from "@/labs/claim";
import type { Forecast } from "@/labs/forecast/forecast";
import { ruleNames, type Wording } from "@/labs/forecast/forecast-in-words";
import styles from "./series.module.css";

const capital = (text: string) =>
  text.replace(/^(“?)(.)/, (_, quote, letter) => quote + letter.toUpperCase());

type Props = { forecast: Forecast; wording: Wording };

/** Both errors of each rule over the test part. */
export function ErrorTable({ forecast, wording }: Props) {
  const { levels, first, network, naive, seasonal } = forecast;
  const { unit, place, step } = wording;
  const names = ruleNames(step);
  return (
    <table className={styles.errors}>
      <caption>
        How far off over the test part, {place(first)} to {place(levels.length - 1)}, one
        step ahead{unit && `, in ${unit}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Forecast</th>
          <th scope="col">
            <abbr title="mean absolute error">Mean</abbr>
          </th>
          <th scope="col">
            <abbr title="root of the mean square error">Root mean square</abbr>
          </th>
        </tr>
      </thead>
      <tbody>
        {[network, naive, seasonal].map(
          (rule) =>
            rule && (
              <tr key={rule.id}>
                <th scope="row">{capital(names[rule.id])}</th>
                <td>{lossText(rule.errors.mean)}</td>
                <td>{lossText(rule.errors.root)}</td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}
