// A loss surface in words.
import { type Frame, lowest } from "@/labs/landscape/loss-surface";
import { weightName } from "@/labs/landscape/weight-name";
import { counted, numberText } from "@/labs/number-text";
import { networkOf } from "@/labs/task";
import type { Asked, Drawn } from "./surface";

/** How far something went, as in "1.2 to the right". */
function wayText(way: number, more: string, less: string): string {
  if (Math.abs(way) < 0.0005) return "not at all";
  return `${numberText(Math.abs(way))} ${way > 0 ? more : less}`;
}

/** The surface in words: what is here, what is lowest in view, how training came here. */
export function surfaceText(
  { side, axes }: Asked,
  { surface, path }: Drawn,
): readonly string[] {
  const { run, passes } = side;
  const network = networkOf(run);
  const [from, to] = [path[0], path.at(-1)];
  const last = passes.at(-1);
  if (!from || !to || !last) return ["These weights are no numbers any more."];
  const [first, second] = axes.map((at) => weightName(run, network, at));
  const here = `After pass ${last.pass}, “${first}” is ${numberText(to.x)} and “${second}” is ${numberText(to.y)}; the train loss is ${numberText(last.trainLoss)}.`;
  const low = lowest(surface);
  const view = `The lowest loss in view is ${numberText(low.loss)}, where they are ${numberText(low.x)} and ${numberText(low.y)}.`;
  if (last.pass === 0) return [here, view];
  const [x, y] = [to.x - from.x, to.y - from.y];
  const way = `In ${counted(last.pass, "pass", "passes")} training has moved ${wayText(x, "to the right", "to the left")} and ${wayText(y, "up", "down")}.`;
  return [here, view, way];
}

/** What was saved on a large network, in a sentence; empty where nothing was. */
export function savedText({ side }: Asked, { surface }: Drawn): string {
  const { train } = side.sample;
  if (surface.examples === train) return "";
  return `So that the page stays quick, each place is judged by ${surface.examples} of the ${train} training examples.`;
}

/** From where to where a surface reaches on each way. */
export function reachText({ x, y, half }: Frame) {
  const from = (middle: number) =>
    `from ${numberText(middle - half)} to ${numberText(middle + half)}`;
  return { across: from(x), up: from(y) };
}
