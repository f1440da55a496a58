"use client";
// The buttons that train, the pace and the numbers: a line over a wide lab. A narrow one has
// the buttons and the numbers beside its map, and the rest under it.
import { Problem } from "@/components/kit/status";
import styles from "./lab-toolbar.module.css";
import type { LabPart } from "./opening";
import { RunButtons, RunSettings } from "./run-buttons";
import { StatusLine } from "./status-line";
import { shownState } from "./training/lab-state";
import type { LabControls } from "./training/use-lab";

type Props = { parts: ReadonlySet<LabPart>; controls: LabControls };

/** The buttons and the status of a lab; nothing where neither is asked for. */
export function LabToolbar({ parts, controls }: Props) {
  const seen = shownState(controls.state);
  const [buttons, status] = [parts.has("buttons"), parts.has("status")];
  if (!buttons && !status) return null;
  return (
    <div className={styles.toolbar}>
      <div className={styles.core}>
        {buttons && <RunButtons controls={controls} />}
        {status && <StatusLine state={seen} speed={controls.speed} />}
      </div>
      {status && seen.fault && <Problem className={styles.fault}>{seen.fault}</Problem>}
      {buttons && (
        <div className={styles.extras}>
          <RunSettings controls={controls} />
        </div>
      )}
    </div>
  );
}
