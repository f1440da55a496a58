// The figures as rows for `console.table`.
import { availableParallelism } from "node:os";
import type { ClassAttacks } from "./class-attacks";
import type { ClassCount } from "./class-count";
import type { ClassLoad, HandIns } from "./class-load";
import type { ClassVoters, Votes } from "./class-voters";
import type { Result } from "./compare";
import { parametersOf } from "./growth";
import { peers } from "./in-browser/peers";
import { widthsOf } from "./in-browser/problem";

import type { OpenLabs } from "./open-labs";
import type { PageLoad } from "./page-load";
import type { Spread } from "./statistics";

const digits = (value: number) => Number(value.toPrecision(3));

/** From a ratio of so much between its spread's ends on, the machine was busy. */
const wide = 1.5;

const within = ({ p10, p90 }: Spread) => `${digits(p10)} – ${digits(p90)}`;

function timesOf(result: Result) {
  if ("failure" in result) return { "ms per pass": result.failure };
  return { "ms per pass": digits(result.median), "10–90 %": within(result) };
}

/** A ratio with its spread, and whether that is too wide to be relied on. */
const ratio = (spread: Spread) =>
  `${digits(spread.median)} (${within(spread)})${
    spread.p90 > wide * spread.p10 ? " busy machine" : ""
  }`;

export function peersTable(results: readonly Result[]) {
  return results.map((result) => {
    const { network, peer } = result;
    const named = { network, peer, ...timesOf(result) };
    if ("failure" in result) return named;
    const { firstPass, losses, times, share, turns } = result;
    return {
      ...named,
      "× Next Pass": times ? ratio(times) : "",
      "of peak": share ? `${(100 * share.median).toFixed(0)} %` : "",
      turns,
      "first pass after, ms": Math.round(firstPass),
      "train loss": `${digits(losses.start)} → ${digits(losses.end)}`,
      note: peers[peer].note,
    };
  });
}

export const growthTable = (results: readonly Result[]) =>
  results.map((result) => {
    const { network, train, batch, peer } = result;
    const parameters = parametersOf(widthsOf(network));
    return { network, parameters, points: train, batch, peer, ...timesOf(result) };
  });

export const openLabTable = ({ labs }: OpenLabs) =>
  labs.map((lab) => ({
    lab: lab.name,
    asked: lab.device,
    device: lab.trainedOn,
    "passes per second": digits(lab.passesPerSecond),
    "first pass after, ms": Math.round(lab.firstPass),
    "page busy": `${(100 * lab.busy).toFixed(0)} %`,
    "longest task, ms": Math.round(lab.longestTask),
    "engine, kB gzipped": digits(lab.engineBytes / 1000),
  }));

export const openLabRatios = ({ labs, throttled, sides, playground }: OpenLabs) => ({
  "passes with a page 4 times slower, of those without": ratio(throttled),
  [`time of five sides, of that of one (${availableParallelism()} cores)`]: ratio(sides),
  ...Object.fromEntries(
    playground.map(({ name, passesPerSecond }) => {
      const own = labs.find((lab) => lab.name === name)?.passesPerSecond ?? Number.NaN;
      return [`× the Playground's page, ${name}`, digits(own / passesPerSecond)];
    }),
  ),
});

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

const votesRow = ({ failed, look, vote }: Votes) => ({
  looks: look.count,
  "median, ms": digits(look.median),
  "p99, ms": digits(look.p99),
  votes: vote.count,
  "vote, median, ms": digits(vote.median),
  "vote, p99, ms": digits(vote.p99),
  "slowest of all, ms": digits(Math.max(look.slowest, vote.slowest)),
  "refused or failed": failed,
});

export const votersTable = ({ sqlite, postgres }: ClassVoters) => ({
  "SQLite, one process": votesRow(sqlite),
  ...(postgres && { "PostgreSQL, two processes": votesRow(postgres) }),
});

export const countTable = (count: ClassCount) => ({
  learners: count.learners,
  answers: count.answers,
  "counted in, ms": digits(count.took),
  "longest wait of another meanwhile, ms": digits(count.longestWait),
  "while nothing is counted, ms": digits(count.longestQuiet),
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
