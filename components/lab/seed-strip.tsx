// On how many seeds a claim held, as a sentence and a dot for each. A server component: a
// page carries the numbers of its own claims alone.
import type { ReactNode } from "react";
import type { Lab } from "@/labs/catalog/lab";
import type { Claim } from "@/labs/claim/claim";
import { claimName } from "@/labs/claim/held-claims";
import { holdsAt } from "@/labs/claim/outcome";
import {
  heldOn,
  type Spread,
  seedCount,
  spreadOf,
  spreadText,
} from "@/labs/claim/spread";
import styles from "./seed-strip.module.css";

/** The strip's own units; dots stand in so many rows, so that near ones are told apart. */
const box = { width: 200, height: 26, edge: 8, rows: 3 };

type Props = { claim: Claim; spread: Spread };

/** The strips of a lab's claims, by their ids; null for one about its own seed alone. */
export const seedStrips = ({ id, claims }: Lab): Readonly<Record<string, ReactNode>> =>
  Object.fromEntries(
    claims.map((claim) => {
      const spread = spreadOf(claimName(id, claim.id));
      return [claim.id, spread && <SeedStrip claim={claim} spread={spread} />];
    }),
  );

/** A claim's judged number on every seed, against its bound. */
export function SeedStrip({ claim, spread }: Props) {
  const held = heldOn(claim, spread);
  const { bound, dots } = places(claim, spread);
  const ring = (at: string) => `${at}h0`;
  const cross = (at: string) => `${at}m-3-3l6 6m0-6l-6 6`;
  const path = (side: boolean, drawn: (at: string) => string) =>
    dots.flatMap(({ held, at }) => (held === side ? [drawn(at)] : [])).join("");
  return (
    <div className={styles.seeds}>
      <p className={styles.count}>
        Held on <b>{held}</b> of {seedCount} seeds
      </p>
      <svg
        className={styles.strip}
        viewBox={`0 0 ${box.width} ${box.height}`}
        aria-hidden
      >
        <path className={styles.line} d={`M0 ${box.height - 1}h${box.width}`} />
        {bound !== null && (
          <path className={styles.bound} d={`M${bound} 0v${box.height}`} />
        )}
        <path className={styles.dots} d={path(true, ring)} />
        <path className={styles.crosses} d={path(false, cross)} />
      </svg>
      <p className={styles.range}>{spreadText(claim, spread)}</p>
    </div>
  );
}

/** Where the bound and each seed's number stand; a run without a number stands at the end. */
function places(claim: Claim, spread: Spread) {
  const bound = "bound" in claim.expects ? claim.expects.bound : null;
  const known = [...spread, bound].filter((number) => number !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const width = box.width - 2 * box.edge;
  const across = (number: number) =>
    Math.round(box.edge + (width * (number - least)) / (most - least || 1));
  const row = (box.height - 6) / box.rows;
  const dots = spread
    .toSorted((one, other) => (one ?? most) - (other ?? most))
    .map((number, at) => ({
      held: holdsAt(claim, number),
      at: `M${across(number ?? most)} ${Math.round(row * ((at % box.rows) + 0.5)) + 1}`,
    }));
  return { bound: bound === null ? null : across(bound), dots };
}
