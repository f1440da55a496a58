// Reports as CSV for spreadsheets, and read back: a line for each question and wording, and
// under it one for each of its wrong options. No cell names a learner, a class or a day.
import { csvText } from "@/labs/arithmetic/csv";
import { readCsv } from "@/labs/data/read-csv";
import { fewest, type ItemReport, itemShape, type Pull } from "./item-shape";
import { wilsonInterval } from "./statistics";
import { normalisedGain } from "./vote-report";

/** Of the votes; tables of earlier versions have none. */
const voteTitles = [
  ...["voted both times", "right before", "right after", "changed to right"],
  ...["changed away from right", "normalised gain"],
] as const;

const titles = [
  ...["question", "wording", "wrong option", "first answers", "right at first"],
  ...["share right", "share right from", "share right to"],
  ...["item-rest correlation", "correlation from", "correlation to", "correlated"],
  ...["seconds, lower quartile", "seconds, median", "seconds, upper quartile", "timed"],
  ...["said how sure", "mean chance given (%)", "right of these"],
  ...["sure from 80 %", "wrong of these", "upper half", "lower half"],
  ...voteTitles,
] as const;

type Title = (typeof titles)[number];
type Line = Partial<Record<Title, string | number | null>>;

/** Of 1 to 4. */
const few = "<5";

/** Of 1 to 4, or of more that would tell such a cell. */
const untold = "not told";

const share = (value: number) => Number(value.toFixed(3));

function lineOf(report: ItemReport): Line {
  const { question, wording, answered, right, discrimination, time, sure } = report;
  const { halves, votes } = report;
  const gain = votes && normalisedGain(votes);
  const told = answered !== null && answered >= fewest.learners && right !== null;
  const range = told ? wilsonInterval({ count: right, of: answered }) : null;
  return {
    ...{ question, wording, "first answers": answered ?? few, "right at first": right },
    "share right": told ? share(right / answered) : null,
    "share right from": range && share(range.low),
    "share right to": range && share(range.high),
    "item-rest correlation": discrimination?.r ?? null,
    "correlation from": discrimination?.low ?? null,
    "correlation to": discrimination?.high ?? null,
    correlated: discrimination?.learners ?? null,
    "seconds, lower quartile": time?.lower ?? null,
    "seconds, median": time?.median ?? null,
    "seconds, upper quartile": time?.upper ?? null,
    timed: time?.known ?? null,
    "said how sure": sure?.said ?? null,
    "mean chance given (%)": sure?.mean ?? null,
    "right of these": sure?.right ?? null,
    "sure from 80 %": sure?.surely?.count ?? null,
    "wrong of these": sure?.surely ? (sure.surely.wrong ?? few) : null,
    "upper half": halves?.upper ?? null,
    "lower half": halves?.lower ?? null,
    "voted both times": votes && (votes.twice ?? few),
    "right before": votes?.right?.before ?? null,
    "right after": votes?.right?.after ?? null,
    "changed to right": votes?.right ? (votes.changed?.toRight ?? untold) : null,
    "changed away from right": votes?.right ? (votes.changed?.toWrong ?? untold) : null,
    "normalised gain": gain && share(gain),
  };
}

const pullLine = (
  { question, wording }: ItemReport,
  { option, drew, halves }: Pull,
): Line => ({
  ...{ question, wording, "wrong option": option, "first answers": drew ?? untold },
  "upper half": halves?.upper ?? null,
  "lower half": halves?.lower ?? null,
});

/** The reports as a table; `itemsInCsv` reads it back. */
export function itemCsv(reports: readonly ItemReport[]): string {
  const lines = reports.flatMap((report) => [
    lineOf(report),
    ...report.pulls.map((pull) => pullLine(report, pull)),
  ]);
  const rows = lines.map((line) => titles.map((title) => line[title] ?? ""));
  return csvText([titles, ...rows], "\r\n");
}

/** A cell's number; null where it is empty or says that it is not told, and for what is none. */
function numberIn(cell: string): number | null {
  const plain = cell.replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

type Read = (title: Title) => string;

const halvesIn = (upper: number | null, lower: number | null) =>
  upper === null || lower === null ? null : { upper, lower };

/** The votes of a line, to be checked by `itemShape`. */
function votesIn(read: Read) {
  const number = (title: Title) => numberIn(read(title));
  if (read("voted both times") === "") return null;
  const [before, after] = [number("right before"), number("right after")];
  const [toRight, toWrong] = [
    number("changed to right"),
    number("changed away from right"),
  ];
  return {
    twice: number("voted both times"),
    right: before === null || after === null ? null : { before, after },
    changed: toRight === null || toWrong === null ? null : { toRight, toWrong },
  };
}

function pullIn(read: Read) {
  const number = (title: Title) => numberIn(read(title));
  return {
    option: read("wrong option"),
    drew: number("first answers"),
    halves: halvesIn(number("upper half"), number("lower half")),
  };
}

/** What a line tells of a question, to be checked by `itemShape`. */
function reportIn(read: Read) {
  const number = (title: Title) => numberIn(read(title));
  const surely = number("sure from 80 %");
  const isTold = (title: Title) => read(title) !== "";
  return {
    ...{ question: read("question"), wording: read("wording") },
    ...{ answered: number("first answers"), right: number("right at first") },
    discrimination: isTold("item-rest correlation")
      ? {
          r: number("item-rest correlation"),
          low: number("correlation from"),
          high: number("correlation to"),
          learners: number("correlated"),
        }
      : null,
    time: isTold("timed")
      ? {
          lower: number("seconds, lower quartile"),
          median: number("seconds, median"),
          upper: number("seconds, upper quartile"),
          known: number("timed"),
        }
      : null,
    sure: isTold("said how sure")
      ? {
          said: number("said how sure"),
          mean: number("mean chance given (%)"),
          right: number("right of these"),
          surely:
            surely === null ? null : { count: surely, wrong: number("wrong of these") },
        }
      : null,
    halves: halvesIn(number("upper half"), number("lower half")),
    votes: votesIn(read),
  };
}

const isNone =
  "This is no table of measured questions: take the one that a class’s page downloads.";

/** Reads a table that `itemCsv` wrote, or says in one sentence why not. */
export function itemsInCsv(text: string): readonly ItemReport[] | { problem: string } {
  const table = readCsv(text);
  if ("problem" in table) return table;
  const [named = [], ...rows] = table.rows;
  const places = new Map(titles.map((title) => [title, named.indexOf(title)]));
  const isOptional = (title: Title) => voteTitles.some((one) => one === title);
  if ([...places].some(([title, at]) => at < 0 && !isOptional(title))) {
    return { problem: isNone };
  }
  const drafts: {
    report: ReturnType<typeof reportIn>;
    pulls: unknown[];
    line: number;
  }[] = [];
  for (const [at, row] of rows.entries()) {
    const read: Read = (title) => row[places.get(title) ?? -1] ?? "";
    const last = drafts.at(-1);
    if (read("wrong option") === "") {
      drafts.push({ report: reportIn(read), pulls: [], line: at + 2 });
    } else if (last?.report.question === read("question")) last.pulls.push(pullIn(read));
    else return { problem: `Line ${at + 2} is not under its question.` };
  }
  const reports: ItemReport[] = [];
  for (const { report, pulls, line } of drafts) {
    const { data } = itemShape.safeParse({ ...report, pulls });
    if (!data) return { problem: `Line ${line} cannot be read: it was changed.` };
    reports.push(data);
  }
  return reports;
}
