"use client";
import { useMemo, useState } from "react";
import { download } from "@/components/kit/download";
import styles from "../lab.module.css";
import type { LabControls } from "../use-lab";
import { curvesCsv, keptRows, presentRows, tableCsv } from "./compared";
import { shelfLimits } from "./kept-run";
import { keep, useIsKept, useShelf } from "./shelf-store";
import { ShelfTable } from "./shelf-table";
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
