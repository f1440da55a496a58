"use client";
// The claims that the reader saw hold, kept in the browser.
import { createBrowserStore } from "@/components/kit/browser-store";
import {
  claimName,
  formatHeld,
  type HeldClaims,
  noneHeld,
  parseHeld,
} from "@/labs/claim/held-claims";
import type { ClaimVerdict } from "@/labs/claim/outcome";

const store = createBrowserStore({
  key: "next-pass-claims",
  none: noneHeld,
  parse: parseHeld,
  format: formatHeld,
  merge: (stored: HeldClaims, unkept: HeldClaims): HeldClaims =>
    new Set([...stored, ...unkept]),
});

/** The names of all claims that held, as `lab/claim`; none while the page is not alive. */
export const useHeldClaims = store.useValue;

/** Replaces the claims by what `next` makes of them. */
export const changeHeld = store.change;

/** Keeps those of a lab's claims that held; what held once stays. */
export function keepHeld(lab: string, verdicts: Readonly<Record<string, ClaimVerdict>>) {
  const names = Object.entries(verdicts)
    .filter(([, verdict]) => verdict.held)
    .map(([claim]) => claimName(lab, claim));
  const known = store.valueNow();
  if (names.every((name) => known.has(name))) return;
  store.change((held) => new Set([...held, ...names]));
}
