// `npm run bench`: how long a pass takes, here and in other libraries. All of it is
// measured in headless Chromium, in one run on one machine, one thing after the other:
// compare the ratios, not the figures of two machines. Needs `npm run build` before.
// `npm run bench labs` and `npm run bench classes` measure one half; `npm run bench voters`
// only a class that votes; `npm run bench count` only one whose answers are counted; `npm run bench kernel`
// only the kernel of the processor beside C and plain loops; `npm run bench open` only labs
// that are open; `npm run bench page` how the site's pages open on a slow phone, of all pages
// or of those named after it.
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { pages } from "../pages";
import { serveSite } from "../serve-site";
import { classAttacks } from "./class-attacks";
import { classCount } from "./class-count";
import { classLoad } from "./class-load";
import { classVoters } from "./class-voters";
import { type Budget, compare } from "./compare";
import { compileTable, compileTimes } from "./compile-time";
import { series } from "./growth";
import { type PeerName, peerNames } from "./in-browser/peers";
import { type Asked, subjects } from "./in-browser/problem";
import { lighthouseScores } from "./lighthouse";
import { onSite } from "./on-site";
import { openLabs } from "./open-labs";
import { pageLoad } from "./page-load";
import { readmeTable } from "./readme-table";
import { serveBench } from "./serve";
import {
  attackTable,
  boardTable,
  classTable,
  countTable,
  growthTable,
  openLabRatios,
  openLabTable,
  pagesTable,
  peersTable,
  votersTable,
} from "./tables";

const long: Budget = { warmUp: 600, turn: 40, turns: 21, most: 20_000, fewest: 3 };
const short: Budget = { warmUp: 300, turn: 40, turns: 9, most: 1500, fewest: 2 };

const own = ["Next Pass", "Next Pass, WebGPU"] as const;
const kernelPeers = [
  ...([
    "Next Pass",
    "fixed-size C",
    "Next Pass without Wasm",
    "loops in doubles",
  ] as const),
  ...(["Playground's loops", "ConvNetJS 0.3"] as const),
];
const opByOp = "op by op, WebGPU";
/** More steps than this take minutes, op by op on a software GPU. */
const mostSteps = 30;
const withOpByOp = ({ train, batch }: Asked): readonly PeerName[] =>
  train / batch <= mostSteps ? [...own, opByOp] : own;

/** All peers, or only what the kernel is held against on the processor. */
async function comparePeers(url: string, names: readonly PeerName[]) {
  const peers = await compare(url, subjects, () => names, long);
  console.log(
    "A pass is 25 steps (digits: 144) and then train and test loss, as a chart needs it:",
  );
  console.table(peersTable(peers));
  console.log(`For README:\n${readmeTable(peers)}`);
  const compiling = compileTimes();
  console.log("From a run to its compiled kernel:");
  console.table(compileTable(compiling));
  return { peers, compiling };
}

async function inBenchPages(kernelAlone: boolean) {
  const { url, close } = await serveBench();
  try {
    if (kernelAlone) return await comparePeers(url, kernelPeers);
    const compared = peerNames.filter((peer) => peer !== opByOp);
    const seen = await comparePeers(url, compared);
    const growth = await compare(url, series.flat(), withOpByOp, short);
    console.log("With the network, the points and the batch, a pass grows:");
    console.table(growthTable(growth));
    return { ...seen, growth };
  } finally {
    close();
  }
}

async function inOpenLab() {
  const { url, close } = await serveSite();
  try {
    const labs = await openLabs(url);
    console.log("The open lab, its chart and maps drawn while it trains:");
    console.table(openLabTable(labs));
    console.table(openLabRatios(labs));
    return labs;
  } finally {
    close();
  }
}

async function inRoom() {
  const voters = await classVoters();
  console.log("300 voters, who look every two seconds and vote twice:");
  console.table(votersTable(voters));
  return { voters };
}

async function inCount() {
  const count = await classCount();
  console.log("A class whose answers are counted, and the longest that another waits:");
  console.table(countTable(count));
  return { count };
}

async function inClass() {
  const attacks = await classAttacks();
  console.log("Attacks on classes, and what is left of them:");
  console.table(attackTable(attacks));
  const load = await classLoad();
  console.log("A class of which 1,000 learners hand in within 60 s:");
  console.table(classTable(load));
  console.log("A board of 10,000 receipts:");
  console.table(boardTable(load));
  return { class: load, attacks, ...(await inRoom()), ...(await inCount()) };
}

/** Pages that stand for the others: the first, a lesson, the free lab. */
const chief = ["/", "/lessons/loss-functions", "/labs/network"];

function onPhone(asked: readonly string[]) {
  return onSite(async ({ url }) => {
    const named = asked.length > 0 ? asked : pages;
    const loads = [];
    for (const path of named) {
      loads.push(await pageLoad(url, path, chief.includes(path) ? 3 : 1));
    }
    console.log("A first visit over slow 4G with a processor four times slower:");
    console.table(pagesTable(loads));
    const scores = [];
    for (const path of chief.filter((path) => named.includes(path))) {
      scores.push(await lighthouseScores(url, path, 3));
    }
    console.log("Lighthouse, as a phone:");
    console.table(scores);
    return { loads, scores };
  });
}

const [, , half, ...asked] = process.argv;

async function measure() {
  if (half === "kernel") return inBenchPages(true);
  if (half === "voters") return inRoom();
  if (half === "count") return inCount();
  if (half === "open") return { open: await inOpenLab() };
  if (half === "page") return { pages: await onPhone(asked) };
  return {
    ...(half !== "labs" && (await inClass())),
    ...(half !== "classes" && {
      ...(await inBenchPages(false)),
      open: await inOpenLab(),
    }),
  };
}

const seen = {
  machine: { cpu: cpus()[0]?.model, cores: cpus().length, at: new Date().toISOString() },
  ...(await measure()),
};
await mkdir("tests/output", { recursive: true });
await writeFile("tests/output/bench.json", JSON.stringify(seen, null, 2));
console.log("Written to tests/output/bench.json");
