// The open lab on what is compared with the Playground's page, with a page that is slow, and
// on the largest network that a link can ask for.
import { fiveSides } from "./five-sides";
import { type LabAsked, type OpenLab, openLab } from "./open-lab";
import { playgroundPage } from "./playground-page";
import { type Spread, spreadOf } from "./statistics";

/** 250 points train and 250 test, as everywhere in the bench. */
const points = "samples=500&split=0.5";
const plain = { slower: 1, device: "cpu" } as const;

const circle = { ...plain, name: "circle 4-2", link: `${points}&layers=4-2` };
const spiral = {
  ...plain,
  name: "spiral 8-8-8",
  link: `${points}&data=spiral&layers=8-8-8`,
};

const asked: readonly LabAsked[] = [
  circle,
  { ...circle, device: "webgpu" },
  spiral,
  {
    ...{ ...plain, name: "the largest network" },
    link: "samples=2000&split=0.5&layers=64-64-64-64-64-64",
  },
];

/** How often the page is made slow and let go again, by how much. */
const pairs = 3;
const slower = 4;

export type OpenLabs = {
  labs: readonly OpenLab[];
  /** Passes per second with a slow page, as a part of those without; pair by pair. */
  throttled: Spread;
  /** How many times as long five runs side by side take as one. */
  sides: Spread;
  /** Passes per second of the Playground's page, where one was given. */
  playground: readonly { name: string; passesPerSecond: number }[];
};

export async function openLabs(site: string): Promise<OpenLabs> {
  const labs: OpenLab[] = [];
  for (const one of asked) labs.push(await openLab(site, one));
  const shares: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const free = await openLab(site, spiral);
    const slow = await openLab(site, { ...spiral, slower });
    shares.push(slow.passesPerSecond / free.passesPerSecond);
  }
  const sides = await fiveSides(site);
  const playground = await playgroundPage([
    { name: circle.name, state: "dataset=circle&networkShape=4,2" },
    { name: spiral.name, state: "dataset=spiral&networkShape=8,8,8" },
  ]);
  return { labs, throttled: spreadOf(shares), sides, playground };
}
