import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MapView } from "@/components/lab/network/decision-map";
import {
  NetworkDeskProvider,
  useNetworkDesk,
} from "@/components/lab/network/network-desk";
import { NetworkView } from "@/components/lab/network/network-view";
import { WeightsView } from "@/components/lab/network/weights-view";
import { type LabState, startState } from "@/components/lab/training/lab-state";
import type { LabControls } from "@/components/lab/training/use-lab";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { parseRun } from "@/labs/run/open-link";
import { provideData } from "@/tests/labs/provide-data";

provideData();

/** The network view of a lab before its first pass, as HTML. */
function drawn(lab: Lab, query: string): string {
  const { run, refused } = parseRun(query, lab.start);
  const state = startState({ lab, run, refused, beside: { kind: "nothing" } });
  return renderToStaticMarkup(<Drawn state={state} />);
}

/** The network of a state as a lab draws it: what leads, its map, and its weights. */
function Drawn({ state }: { state: LabState }) {
  const { side, desk } = useNetworkDesk(state, () => {}, null);
  const controls = { state } as LabControls;
  return (
    <NetworkDeskProvider value={desk}>
      <NetworkView {...{ state, side, controls }} />
      <MapView />
      <WeightsView {...{ state, side }} />
    </NetworkDeskProvider>
  );
}

const count = (html: string, part: RegExp) => html.match(part)?.length ?? 0;

test("data off the plane has a diagram of numbered neurons and no map", () => {
  const html = drawn(labs.pictures, "layers=20");
  expect(html).toContain('aria-label="The 64 inputs"');
  expect(html).toContain('aria-label="Output 9"');
  expect(count(html, /<button[^>]*aria-label="Layer 1, neuron/g)).toBe(16);
  expect(count(html, /<canvas/g)).toBe(0);
  expect(html).toContain(`All ${64 * 20 + 20 + 20 * 10 + 10} weights and biases`);
  for (const lab of [labs.series, labs.sound]) {
    expect(count(drawn(lab, ""), /<canvas/g)).toBe(0);
  }
});

test("data on the plane has a map for each input and neuron, and one for the whole", () => {
  const html = drawn(labs.network, "data=arms&layers=4");
  expect(count(html, /<canvas/g)).toBe(2 + 4 + 3 + 1);
  expect(html).toContain('aria-label="Output green"');
});
