import type { Edition, Pitfall } from "@/content/dsvm/dsvm-editions";
import styles from "./dsvm.module.css";
import { SourceNote } from "./source-note";

type Props = { edition: Edition; pitfalls: readonly Pitfall[] };

/** What the choice runs into; what stops it first. */
export function PitfallList({ edition, pitfalls }: Props) {
  const { note, source } = edition;
  const told = pitfalls.toSorted((one, other) => Number(other.stops) - Number(one.stops));
  return (
    <ul className={styles.pitfalls} aria-label="Pitfalls of this choice">
      {told.map(({ says, stops, source }) => (
        <li key={says} data-stops={stops || undefined}>
          {stops && <b>It cannot start. </b>}
          {says} <SourceNote name={source} />
        </li>
      ))}
      {note && (
        <li>
          {note} <SourceNote name={source} />
        </li>
      )}
    </ul>
  );
}
