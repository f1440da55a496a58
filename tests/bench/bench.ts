// `npm run bench`: milliseconds per pass in the open lab, chart and maps live, on each
// device that this machine's Chromium has, beside plain loops in Node. All in one run;
// compare the ratios, not the figures of two machines. Needs `npm run build` before.
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { chromium, type Page } from "@playwright/test";
import { formatRun } from "@/labs/link";
import { plainRun, type Run } from "@/labs/run";
import { quiet, softwareGpu } from "../chromium-flags";
import { findChromium } from "../find-chromium";
import { trainPlainly } from "../labs/plain-training";

const port = 3118;
const base: Run = { ...plainRun, samples: 500, batch: 10 };
const networks = [
  [4, 2],
  [8, 8, 8],
  [64, 64],
];

/** Milliseconds per pass: the middle, and the spread from the 10th to the 90th percent. */
type Measured = {
  network: string;
  engine: string;
  median: number;
  p10: number;
  p90: number;
};
type Row = Measured & {
  /** From the click on Train to the first pass on the page, engine's start included. */
  firstPass: number;
  /** The longest task of the page's main thread while training; 0 if none took 50 ms. */
  longestTask: number;
};

function summary(samples: readonly number[]) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p10: at(0.1), p90: at(0.9) };
}

/** Trains in the lab for a while, and reads the time of each report off the page. */
async function watch(page: Page, run: Run) {
  await page.goto(`http://127.0.0.1:${port}/labs/network?${formatRun(run, plainRun)}`);
  await page.getByRole("button", { name: "Train", exact: true }).waitFor();
  return page.evaluate(async () => {
    const lab = document.querySelector<HTMLElement>("[data-lab][data-status]");
    const train = [...document.querySelectorAll("button")].find(
      (button) => button.textContent === "Train",
    );
    if (!lab || !train) throw new Error("The lab is not there.");
    let longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        longestTask = Math.max(longestTask, duration);
      }
    }).observe({ type: "longtask" });
    const clicked = performance.now();
    const reports = [{ time: clicked, pass: 0 }];
    const ended = new Promise<void>((resolve) => {
      setTimeout(resolve, 40_000);
      new MutationObserver(() => {
        const pass = Number(lab.dataset.pass);
        if (pass > (reports.at(-1)?.pass ?? 0))
          reports.push({ time: performance.now(), pass });
        if (lab.dataset.status === "done" || reports.length > 60) resolve();
      }).observe(lab, { attributes: true });
    });
    train.click();
    await ended;
    const perPass = reports.slice(2).map(({ time, pass }, index) => {
      const before = reports[index + 1] ?? { time: 0, pass: 0 };
      return (time - before.time) / (pass - before.pass);
    });
    return {
      device: lab.dataset.device,
      perPass,
      firstPass: (reports[1]?.time ?? 0) - clicked,
      longestTask,
    };
  });
}

async function inChromium(
  args: readonly string[],
  device: "cpu" | "webgpu",
  passes: number,
) {
  const executablePath = findChromium()?.file;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...quiet, ...args],
  });
  const rows: Row[] = [];
  for (const layers of networks) {
    const page = await browser.newPage();
    const seen = await watch(page, { ...base, layers, device, passes });
    const engine = `tfjs op by op, ${seen.device}`;
    const network = `2-${layers.join("-")}-1`;
    const { perPass, firstPass, longestTask } = seen;
    rows.push({ network, engine, ...summary(perPass), firstPass, longestTask });
    await page.close();
  }
  await browser.close();
  return rows;
}

function inNode(): Row[] {
  return networks.map((layers) => {
    const run = { ...base, layers, passes: 5 };
    trainPlainly(run);
    const samples = Array.from({ length: 15 }, () => {
      const before = performance.now();
      trainPlainly(run);
      return (performance.now() - before) / run.passes;
    });
    const network = `2-${layers.join("-")}-1`;
    return {
      network,
      engine: "plain loops, Node",
      ...summary(samples),
      firstPass: Number.NaN,
      longestTask: Number.NaN,
    };
  });
}

const server = spawn("npx", ["next", "start", "-H", "127.0.0.1", "-p", String(port)], {
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  detached: true,
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  await new Promise<void>((resolve, reject) => {
    server.stdout.on(
      "data",
      (text: Buffer) => String(text).includes("Ready") && resolve(),
    );
    server.on("exit", () => reject(new Error("The site did not start: npm run build?")));
  });
  const rows = [
    ...inNode(),
    ...(await inChromium([], "cpu", 2000)),
    ...(await inChromium(softwareGpu, "webgpu", 6)),
  ];
  const plain = new Map(
    rows.slice(0, networks.length).map((row) => [row.network, row.median]),
  );
  console.table(
    rows.map(({ network, engine, median, p10, p90, firstPass, longestTask }) => ({
      network,
      engine,
      "ms per pass": median.toPrecision(3),
      "10–90 %": `${p10.toPrecision(3)}–${p90.toPrecision(3)}`,
      "× plain loops": (median / (plain.get(network) ?? Number.NaN)).toPrecision(3),
      "first pass after, ms": Number.isNaN(firstPass) ? "" : firstPass.toFixed(0),
      "longest task, ms": Number.isNaN(longestTask) ? "" : longestTask.toFixed(0),
    })),
  );
  await mkdir("tests/output", { recursive: true });
  await writeFile("tests/output/bench.json", JSON.stringify(rows, null, 2));
  console.log("Written to tests/output/bench.json");
} finally {
  if (server.pid) process.kill(-server.pid, "SIGTERM");
}
