"use client";
import { useState } from "react";
import { Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { countText } from "@/labs/arithmetic/number-text";
import { most } from "@/labs/data/dataset";
import { withText } from "@/labs/text/own-text";
import { TextDrop } from "../controls/text-drop";
import { lockOf } from "../training/lab-state";
import type { ViewProps } from "../training/use-lab";

const hint = `Any text in Latin letters; the first ${countText(most.text)} letters are used, and they become part of the link. Capitals become small and accents go; ! and ? become full stops, ; and : commas; digits and all else become blanks. What remains are a to z, the blank and . , '`;

/** A text of the reader's own, typed, pasted or out of a file, as the run's data. */
export function OwnTextView({ state, controls }: ViewProps) {
  const { run } = state;
  const [says, setSays] = useState("");
  const inUse = run.data === "text";

  /** Trains on a text from now on, or says why not. */
  function take(text: string): string | null {
    const ofData = inUse ? null : lockOf(state.assigned, "data");
    const lock = ofData ?? lockOf(state.assigned, "text");
    if (lock !== null) return `${lock}: the run keeps its text.`;
    const changed = withText(run, text);
    if ("problem" in changed) return changed.problem;
    setSays(changed.says);
    controls.set(changed.run);
    return null;
  }

  return (
    <Stack>
      <TextDrop
        label="Your text"
        hint={hint}
        placeholder="it was the best of times, it was the worst of times…"
        accept=".txt,.md,text/*"
        onText={take}
      />
      <Status>{inUse && says}</Status>
      {inUse && (
        <Small>
          In use: {countText(run.text.length)} letters, from “{run.text.slice(0, 40)}…”
        </Small>
      )}
    </Stack>
  );
}
