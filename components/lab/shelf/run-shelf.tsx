"use client";
// The run shelf: keeps runs, lays their curves over each other, and compares them.
import { useMemo } from "react";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { Row, Small, Stack } from "@/components/kit/layout";
import { useReaderNumbers } from "@/components/kit/reader-numbers";
import { ScrollTable } from "@/components/kit/scroll-table";
import { capital, unkeptText } from "@/components/kit/wording";
import { fields } from "@/labs/run/run";
import type { LabControls } from "../training/use-lab";
import {
  type ComparedRun,
  curvesCsv,
  differingSettings,
  heldLossName,
  keptRows,
  outcomeText,
  presentRows,
  tableCsv,
  valueText,
} from "./compare-runs";
import styles from "./run-shelf.module.css";
import {
  changeKept,
  discard,
  type KeptRun,
  keep,
  shelfLimits,
  useIsKept,
  useShelf,
} from "./shelf-store";
import { SweepForm } from "./sweep-form";

/** Keeps runs of a lab, sweeps a setting, and shows all runs in a table. */
export function RunShelf({ controls }: { controls: LabControls }) {
  const { lab, sides } = controls.state;
  const kept = useShelf(lab.id);
  const isKept = useIsKept();
  // Read from links once, not at each report of a training.
  const past = useMemo(() => keptRows(lab, kept), [lab, kept]);
  const rows = () => [...presentRows(sides), ...past];
  const trained = sides.filter(({ passes }) => passes.length > 1);
  const room = shelfLimits.runs - kept.length;
  const full = trained.length > room;
  const save = (text: string, name: string) =>
    download(`${lab.id}-${name}.csv`, text, "text/csv");
  return (
    <Stack>
      <Row>
        <Button
          disabled={trained.length === 0 || full}
          onClick={() => keep(lab, trained)}
        >
          {trained.length > 1 ? `Keep these ${trained.length} runs` : "Keep this run"}
        </Button>
        <Button onClick={() => save(tableCsv(rows()), "runs")}>Runs as CSV</Button>
        <Button onClick={() => save(curvesCsv(rows()), "curves")}>Curves as CSV</Button>
      </Row>
      <Small>
        {full
          ? `The shelf holds ${shelfLimits.runs} runs of a lab: remove some to keep more.`
          : isKept
            ? "Kept runs stay in this browser; their curves lie over the chart above."
            : unkeptText("what you keep goes")}
      </Small>
      <SweepForm controls={controls} />
      <ShelfTable rows={rows()} controls={controls} />
    </Stack>
  );
}

type TableProps = { rows: readonly ComparedRun[]; controls: LabControls };

/** All runs side by side: the settings in which they differ, and how each ended. */
function ShelfTable({ rows, controls }: TableProps) {
  const inSigns = useReaderNumbers();
  const shown = differingSettings(rows);
  return (
    <ScrollTable label="Runs compared" className={styles.runs}>
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
          <th scope="col">{capital(heldLossName(rows))}</th>
          <th scope="col">In the chart</th>
          <th scope="col" colSpan={2}>
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { pass, trainLoss, heldLoss } = outcomeText(row);
          const { kept } = row;
          return (
            <tr key={row.id}>
              <th scope="row">{kept ? <NameInput kept={kept} /> : row.name}</th>
              {shown.map((setting) => (
                <td key={setting}>{valueText(setting, row.run)}</td>
              ))}
              <td>{pass}</td>
              <td>{inSigns(trainLoss)}</td>
              <td>{inSigns(heldLoss)}</td>
              {kept ? (
                <KeptCells kept={kept} onOpen={() => controls.set(row.run)} />
              ) : (
                <td colSpan={3}>now</td>
              )}
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}

const NameInput = ({ kept: { id, name } }: { kept: KeptRun }) => (
  <input
    aria-label={`Name of ${name}`}
    value={name}
    maxLength={shelfLimits.name}
    onChange={({ target }) => changeKept(id, { name: target.value })}
  />
);

/** The ways to use a kept run. */
function KeptCells({ kept, onOpen }: { kept: KeptRun; onOpen(): void }) {
  const { id, name, drawn } = kept;
  return (
    <>
      <td>
        <input
          type="checkbox"
          aria-label={`${name} in the chart`}
          checked={drawn}
          onChange={({ target }) => changeKept(id, { drawn: target.checked })}
        />
      </td>
      <td>
        <Button aria-label={`Open ${name}`} onClick={onOpen}>
          Open
        </Button>
      </td>
      <td>
        <Button aria-label={`Remove ${name}`} onClick={() => discard(id)}>
          Remove
        </Button>
      </td>
    </>
  );
}
