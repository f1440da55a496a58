"use client";
import { Small, Stack } from "@/components/kit/layout";
import type { ViewProps } from "../training/use-lab";
import { useDesk } from "./network-desk";
import { StartWeights } from "./start-weights";
import { WeightTable } from "./weight-table";

/** Every weight of the network as a number, and where training starts from. */
export function WeightsView({ state, side }: Omit<ViewProps, "controls">) {
  const { drawn, readOnly, act } = useDesk();
  return (
    <Stack>
      {readOnly === null ? (
        <StartWeights
          run={state.run}
          weights={side.weights}
          pass={side.passes.at(-1)?.pass ?? 0}
          onEdits={(edits) => act.current.setEdits(edits)}
        />
      ) : (
        <Small>{readOnly}: its weights can be read, not typed.</Small>
      )}
      <WeightTable run={drawn.run} weights={drawn.weights} />
    </Stack>
  );
}
