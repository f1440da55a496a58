"use client";
import lab from "../lab.module.css";
import type { ViewProps } from "../training/use-lab";
import styles from "./loss.module.css";
import { sharesNow, sharesText } from "./shares";
import { SharesMap } from "./shares-map";
import { SharesTable } from "./shares-table";
import { useSliced } from "./use-sliced";

/** Which training examples the loss comes from. */
export function SharesView({ state, side }: ViewProps) {
  const found = useSliced(side, sharesNow);
  if (!found) return <p className={lab.waiting}>Working out the shares…</p>;
  const { of, value } = found;
  const text = sharesText(of, value);
  const { points } = of.sample;
  return (
    <div role="group" className={styles.view} aria-label="Shares of the loss">
      <h3>Whose loss is it?{of.label && <> {of.label}</>}</h3>
      <p>{text}</p>
      <div className={points ? styles.beside : undefined}>
        {points && (
          <SharesMap side={of} shares={value} tone={state.shown} label={`Map: ${text}`} />
        )}
        <SharesTable side={of} shares={value} />
      </div>
    </div>
  );
}
