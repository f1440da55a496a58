"use client";
// Switches on that a lab is heard. Nothing of it is loaded before.
import { Suspense } from "react";
import { createBrowserStore } from "@/components/kit/browser-store";
import { Button } from "@/components/kit/button";
import { late } from "@/components/kit/late";
import type { LabState } from "@/components/lab/training/lab-state";

const store = createBrowserStore<boolean>({
  key: "next-pass-by-ear",
  none: false,
  parse: (text) => text === "on",
  format: (on) => (on ? "on" : "off"),
});

const ByEarPanel = late("The lab by ear", async () => {
  const { ByEarPanel } = await import("./by-ear-panel");
  return ByEarPanel;
});

/** Turns it on and off, for all labs and until it is turned again. */
export function ByEarSwitch() {
  const on = store.useValue();
  return (
    <Button aria-pressed={on} onClick={() => store.change((before) => !before)}>
      By ear
    </Button>
  );
}

/** The lab by ear, where it is switched on. */
export function ByEar({ state }: { state: LabState }) {
  if (!store.useValue()) return null;
  return (
    <Suspense>
      <ByEarPanel state={state} />
    </Suspense>
  );
}
