import type { Forecast } from "@/labs/forecast/forecast";
import type { Wording } from "@/labs/forecast/forecast-in-words";
import lab from "../lab.module.css";
import styles from "./series.module.css";

type Props = { forecast: Forecast; from: number; wording: Wording };

/** The forecasts of the chart as numbers, newest last. */
export function ForecastTable({ forecast, from, wording }: Props) {
  const { levels, first, network, naive, seasonal } = forecast;
  const start = Math.max(from, first);
  const rules = [network, naive, seasonal].filter((rule) => rule !== null);
  const heads = { network: "Network", naive: "Same as last", seasonal: "Same change" };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled table needs the keyboard.
    <div className={lab.scroll} role="group" aria-label="Forecasts" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{wording.step}</th>
            <th scope="col">True</th>
            {rules.map(({ id }) => (
              <th key={id} scope="col">
                {heads[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.slice(start).map((level, at) => (
            <tr key={wording.place(start + at)}>
              <th scope="row">{wording.place(start + at)}</th>
              <td>{wording.level(level)}</td>
              {rules.map(({ id, levels }) => (
                <td key={id}>{wording.told(levels[start + at - first] ?? Number.NaN)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
