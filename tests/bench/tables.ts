// The figures as rows for `console.table`.
import type { ClassAttacks } from "./class-attacks";
import type { ClassLoad, HandIns } from "./class-load";
import { parametersOf } from "./growth";
import { widthsOf } from "./in-browser/problem";
import type { Result } from "./measure-all";
import type { OpenLab } from "./open-lab";
import type { PageLoad } from "./page-load";
import type { Share } from "./share-of-peak";

const digits = (value: number) => Number(value.toPrecision(3));

function timesOf(result: Result) {
  if ("failure" in result) return { "ms per pass": result.failure };
  const { median, p10, p90 } = result;
  return { "ms per pass": digits(median), "10–90 %": `${digits(p10)} – ${digits(p90)}` };
}

export function peersTable(results: readonly Result[]) {
  return results.map((result) => {
    const { network, peer } = result;
    const named = { network, peer, ...timesOf(result) };
    if ("failure" in result) return named;
    const { firstPass, losses } = result;
    const loss = `${digits(losses.start)} → ${digits(losses.end)}`;
    return {
      ...named,
      "first pass after, ms": Math.round(firstPass),
      "train loss": loss,
    };
  });
}

export const growthTable = (results: readonly Result[]) =>
  results.map((result) => {
    const { network, train, batch, peer } = result;
    const parameters = parametersOf(widthsOf(network));
    return { network, parameters, points: train, batch, peer, ...timesOf(result) };
  });

export const sharesTable = (shares: readonly Share[]) =>
  shares.map(({ network, flops, reached, peak }) => ({
    network,
    "MFLOP per pass": digits(flops / 1e6),
    "GFLOP/s": digits(reached / 1e9),
    "peak GFLOP/s": digits(peak / 1e9),
    share: `${((100 * reached) / peak).toFixed(0)} %`,
  }));

export const openLabTable = (labs: readonly OpenLab[]) =>
  labs.map(({ asked, device, passesPerSecond, firstPass, longestTask, engineBytes }) => ({
    asked,
    device,
    "passes per second": digits(passesPerSecond),
    "first pass after, ms": Math.round(firstPass),
    "longest task, ms": Math.round(longestTask),
    "engine, kB gzipped": digits(engineBytes / 1000),
  }));

const handInRow = (handIns: HandIns) => ({
  "hand-ins": handIns.learners,
  "of them refused or failed": handIns.errors,
  "median, ms": digits(handIns.median),
  "p99, ms": digits(handIns.p99),
  "slowest, ms": digits(handIns.slowest),
  "board answered meanwhile, ms": digits(handIns.board),
  "all checked after the last, s": digits(handIns.checkedAfter / 1000),
  "joins per second": digits(handIns.joinsPerSecond),
});

export const classTable = ({ sqlite, postgres }: ClassLoad) => ({
  SQLite: handInRow(sqlite),
  ...(postgres && { PostgreSQL: handInRow(postgres) }),
});

export const boardTable = ({ board }: ClassLoad) => ({
  "receipts on the large board": board.receipts,
  "its answer, MB": digits(board.bytes / 1e6),
  "answered in, ms": digits(board.answered),
  "opens in, ms": digits(board.opening.median),
});

const megabytes = (bytes: number) => digits(bytes / 1e6);

export const attackTable = (attacks: ClassAttacks) => ({
  "forged addresses": attacks.memory.addresses,
  "memory before, MB": megabytes(attacks.memory.before),
  "after, MB": megabytes(attacks.memory.after),
  "with a heap of 128 MB": attacks.smallHeap ? "goes on" : "died",
  "of 30 teachers refused after 479 openings": attacks.keptOut.teachers,
  "of 30 learners refused after 10,000 wrong codes": attacks.keptOut.learners,
  "an honest verdict behind 15 of the dearest receipts, s": digits(
    attacks.dearest / 1000,
  ),
  "behind 15 of 10 s each, s": digits(attacks.dear / 1000),
});

const seconds = (milliseconds: number | null) =>
  milliseconds === null ? "" : (milliseconds / 1000).toFixed(2);

export const pagesTable = (loads: readonly PageLoad[]) =>
  Object.fromEntries(
    loads.map((load) => [
      load.path,
      {
        "largest paint, s": seconds(load.largestPaint),
        shift: digits(load.shift),
        "usable, s": seconds(load.usable),
        "click to first pass, s": seconds(load.firstPass),
        "scripts, kB": digits(load.scripts / 1000),
        "styles, kB": digits(load.styles / 1000),
        "fonts, kB": digits(load.fonts / 1000),
      },
    ]),
  );
