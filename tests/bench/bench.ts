// `npm run bench`: how long a pass takes, here and in other libraries. All of it is
// measured in headless Chromium, in one run on one machine, one thing after the other:
// compare the ratios, not the figures of two machines. Needs `npm run build` before.
// `npm run bench labs` and `npm run bench classes` measure one half; `npm run bench page`
// how the site's pages open on a slow phone, of all pages or of those named after it;
// `npm run bench kernel`, in Node alone, what a kernel gains that is compiled for its network.
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { pages } from "../pages";
import { serveSite } from "../serve-site";
import { devices } from "./chromium";
import { classAttacks } from "./class-attacks";
import { classLoad } from "./class-load";
import { series } from "./growth";
import { type PeerName, peerNames } from "./in-browser/peers";
import { type Asked, subjects } from "./in-browser/problem";
import { kernelGain } from "./kernel";
import { lighthouseScores } from "./lighthouse";
import { measureAll } from "./measure-all";
import { onSite } from "./on-site";
import { openLab } from "./open-lab";
import { pageLoad } from "./page-load";
import { serveBench } from "./serve";
import { sharesOfPeak } from "./share-of-peak";
import {
  attackTable,
  boardTable,
  classTable,
  growthTable,
  openLabTable,
  pagesTable,
  peersTable,
  sharesTable,
} from "./tables";

const long = { warmUp: 500, measure: 4000, fewest: 3 };
const short = { warmUp: 300, measure: 1000, fewest: 2 };

const own = ["Next Pass, CPU", "Next Pass, WebGPU"] as const;
const opByOp = "op by op, WebGPU";
/** More steps than this take minutes, op by op on a software GPU. */
const mostSteps = 30;

const tasksOf = (problems: readonly Asked[], names: readonly PeerName[]) =>
  problems.flatMap((asked) => names.map((peer) => ({ ...asked, peer })));

async function inBenchPages() {
  const { url, close } = await serveBench();
  try {
    const compared = peerNames.filter((peer) => peer !== opByOp);
    const peers = await measureAll(url, tasksOf(subjects, compared), long);
    console.log(
      "A pass is 25 steps (digits: 144) and then train and test loss, as a chart needs it:",
    );
    console.table(peersTable(peers));

    const shares = await sharesOfPeak(url, long);
    console.log("The CPU kernel's share of what scalar doubles reach on one core:");
    console.table(sharesTable(shares));

    const problems = series.flat();
    const few = problems.filter(({ train, batch }) => train / batch <= mostSteps);
    const tasks = [...tasksOf(problems, own), ...tasksOf(few, [opByOp])];
    const growth = await measureAll(url, tasks, short);
    console.log("With the network, the points and the batch, a pass grows:");
    console.table(growthTable(growth));
    return { peers, shares, growth };
  } finally {
    close();
  }
}

async function inOpenLab() {
  const { url, close } = await serveSite();
  try {
    const labs = [];
    for (const device of devices) labs.push(await openLab(url, device));
    console.log("The open lab, its chart and maps drawn while it trains:");
    console.table(openLabTable(labs));
    return { labs };
  } finally {
    close();
  }
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
  return { class: load, attacks };
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
  if (half === "kernel") return kernelGain();
  if (half === "page") return { pages: await onPhone(asked) };
  return {
    ...(half !== "labs" && (await inClass())),
    ...(half !== "classes" && { ...(await inBenchPages()), ...(await inOpenLab()) }),
  };
}

const seen = {
  machine: { cpu: cpus()[0]?.model, cores: cpus().length, at: new Date().toISOString() },
  ...(await measure()),
};
await mkdir("tests/output", { recursive: true });
await writeFile("tests/output/bench.json", JSON.stringify(seen, null, 2));
console.log("Written to tests/output/bench.json");
