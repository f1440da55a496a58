"use client";
import { useMemo, useState } from "react";
import { download } from "@/components/kit/download";
import styles from "@/components/lab/lab.module.css";
import type { LabControls } from "@/components/lab/training/use-lab";
import { fields } from "@/labs/run";
import {
  type Compared,
  curvesCsv,
  differingSettings,
  keptRows,
  outcomeText,
  presentRows,
  tableCsv,
  valueText,
} from "./compared";
import {
  changeKept,
  discard,
  keep,
  shelfLimits,
  useIsKept,
  useShelf,
} from "./shelf-store";
import { SweepForm } from "./sweep-form";

/**
 * Keeps runs, lays their curves over each other, sweeps a setting, compares in a table.
 */
export function RunShelf({ controls }: { controls: LabControls }) {
  const { lab, sides } = controls.state;
  const kept = useShelf(lab.id);
  const isKept = useIsKept();
  const [open, setOpen] = useState(false);
  // Read from links once, not at each report of a training.
  const past = useMemo(() => keptRows(lab, kept), [lab, kept]);
  const rows = () => [...presentRows(sides), ...past];
  const trained = sides.filter(({ passes }) => passes.length > 1);
  const room = shelfLimits.runs - kept.length;
  const full = trained.length > room;
  const saved = (text: string, name: string) =>
    download(`${lab.id}-${name}.csv`, text, "text/csv");
  return (
    <details
      className={styles.more}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Run shelf{kept.length > 0 && ` (${kept.length} kept)`}</summary>
      <div className={styles.shelf}>
        <div className={styles.row}>
          <button
            type="button"
            disabled={trained.length === 0 || full}
            onClick={() => keep(lab, trained)}
          >
            {trained.length > 1 ? `Keep these ${trained.length} runs` : "Keep this run"}
          </button>
          <button type="button" onClick={() => saved(tableCsv(rows()), "runs")}>
            Runs as CSV
          </button>
          <button type="button" onClick={() => saved(curvesCsv(rows()), "curves")}>
            Curves as CSV
          </button>
        </div>
        <p className={styles.small}>
          {full
            ? `The shelf holds ${shelfLimits.runs} runs of a lab: remove some to keep more.`
            : isKept
              ? "Kept runs stay in this browser; their curves lie over the chart above."
              : "This browser stores nothing for the site: what you keep goes with the page."}
        </p>
        <SweepForm controls={controls} />
        {open && <ShelfTable rows={rows()} controls={controls} />}
      </div>
    </details>
  );
}

function KeptCells({ row, controls }: { row: Compared; controls: LabControls }) {
  const { kept, run } = row;
  if (!kept) return <td colSpan={3}>now</td>;
  return (
    <>
      <td>
        <input
          type="checkbox"
          aria-label={`${kept.name} in the chart`}
          checked={kept.drawn}
          onChange={({ target }) => changeKept(kept.id, { drawn: target.checked })}
        />
      </td>
      <td>
        <button
          type="button"
          aria-label={`Open ${kept.name}`}
          onClick={() => controls.set(run)}
        >
          Open
        </button>
      </td>
      <td>
        <button
          type="button"
          aria-label={`Remove ${kept.name}`}
          onClick={() => discard(kept.id)}
        >
          Remove
        </button>
      </td>
    </>
  );
}

/** All runs side by side: the settings in which they differ, and how each ended. */
function ShelfTable(props: { rows: readonly Compared[]; controls: LabControls }) {
  const { rows, controls } = props;
  const shown = differingSettings(rows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Runs compared">
      <table>
        <thead>
          <tr>
            <th scope="col">Run</th>
            {shown.map((setting) => (
              <th scope="col" key={setting}>
                {fields[setting].label}
              </th>
            ))}
            <th scope="col">Passes</th>
            <th scope="col">Train loss</th>
            <th scope="col">Test loss</th>
            <th scope="col">In the chart</th>
            <th scope="col" colSpan={2}>
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { pass, trainLoss, testLoss } = outcomeText(row);
            const { kept } = row;
            return (
              <tr key={row.id}>
                <th scope="row">
                  {kept ? (
                    <input
                      aria-label={`Name of ${kept.name}`}
                      value={kept.name}
                      maxLength={shelfLimits.name}
                      onChange={({ target }) =>
                        changeKept(kept.id, { name: target.value })
                      }
                    />
                  ) : (
                    row.name
                  )}
                </th>
                {shown.map((setting) => (
                  <td key={setting}>{valueText(setting, row.run)}</td>
                ))}
                <td>{pass}</td>
                <td>{trainLoss}</td>
                <td>{testLoss}</td>
                <KeptCells row={row} controls={controls} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
