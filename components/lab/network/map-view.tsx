"use client";
import { memo } from "react";
import { DecisionMap } from "./decision-map";
import { useDesk } from "./network-desk";

/** The large map of a lab whose data lie on the plane: of the network, or the chosen neuron. */
export const MapView = memo(function MapView() {
  const { drawn, maps, chosen, still, act } = useDesk();
  const { run, weights, sample } = drawn;
  if (!maps || !sample.points) return null;
  return (
    <DecisionMap
      {...{ run, weights, maps, chosen, still }}
      points={sample.points}
      onWhole={() => act.current.choose(null)}
    />
  );
});
