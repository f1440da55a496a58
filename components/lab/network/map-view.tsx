"use client";
import { DecisionMap } from "./decision-map";
import { useDesk } from "./network-desk";

/** The large map of a lab whose data lie on the plane: of the network, or the chosen neuron. */
export function MapView() {
  const { drawn, maps, chosen, choose, still } = useDesk();
  const { run, weights, sample } = drawn;
  if (!maps || !sample.points) return null;
  return (
    <DecisionMap
      {...{ run, weights, maps, chosen, still }}
      points={sample.points}
      onWhole={() => choose(null)}
    />
  );
}
