"use client";
import { fields } from "@/labs/run";
import styles from "../lab.module.css";
import type { LabControls } from "../use-lab";
import { type Compared, differingSettings, outcomeText, valueText } from "./compared";
import { shelfLimits } from "./kept-run";
import { changeKept, discard } from "./shelf-store";

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
export function ShelfTable(props: { rows: readonly Compared[]; controls: LabControls }) {
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
