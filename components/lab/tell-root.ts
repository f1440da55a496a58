import type { LabState } from "./lab-state";

/** Writes what tests and embedding pages follow on the lab's root element. */
export function tellRoot(root: HTMLElement | null, { status, device, sides }: LabState) {
  const last = sides[0].passes.at(-1);
  if (!root || !last) return;
  root.dataset.status = status;
  root.dataset.device = device?.kind ?? "";
  root.dataset.pass = String(last.pass);
  root.dataset.trainLoss = String(last.trainLoss);
  root.dataset.testLoss = String(last.testLoss);
}
