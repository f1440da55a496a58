"use client";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import { lossText } from "@/labs/claim";
import type { Pass } from "@/labs/pass";
import { inWords, thinned } from "./curve";
import styles from "./lab.module.css";

const Unloaded = () => (
  <p>The chart could not be loaded; the data table has its numbers.</p>
);

const LossChart = lazy(async () => {
  const loaded = await import("./loss-chart").catch(() => null);
  return { default: loaded?.LossChart ?? Unloaded };
});

/** The loss curve as a chart, with a sentence for everyone and a table on demand. */
export function LossPanel({ passes }: { passes: readonly Pass[] }) {
  const [logarithmic, setLogarithmic] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const drawn = useDeferredValue(passes);
  const rows = asTable ? thinned(drawn, 50) : [];
  return (
    <div className={styles.curve} role="group" aria-label="Loss by pass">
      <div className={styles.chart}>
        <Suspense fallback={<p className={styles.waiting}>Loading the chart…</p>}>
          <LossChart passes={drawn} logarithmic={logarithmic} />
        </Suspense>
      </div>
      <p className={styles.summary}>{inWords(passes)}</p>
      <div className={styles.row}>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={logarithmic}
            onChange={(event) => setLogarithmic(event.target.checked)}
          />
          Logarithmic
        </label>
        <button
          type="button"
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          Data table
        </button>
      </div>
      {asTable && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="Loss table">
          <table>
            {rows.length < drawn.length && (
              <caption>
                {rows.length} of {drawn.length} passes, evenly spread
              </caption>
            )}
            <thead>
              <tr>
                <th scope="col">Pass</th>
                <th scope="col">Train loss</th>
                <th scope="col">Test loss</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ pass, trainLoss, testLoss }) => (
                <tr key={pass}>
                  <th scope="row">{pass}</th>
                  <td>{lossText(trainLoss)}</td>
                  <td>{lossText(testLoss)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
