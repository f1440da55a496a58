// Which questions to rewrite first, and why, told from the reports of one or several classes.
import { fixedText, minused, shareText } from "@/labs/arithmetic/number-text";
import { fewest, type ItemReport, type Pull, surelyFrom } from "./item-shape";
import {
  differenceInterval,
  type Interval,
  type Proportion,
  pooledCorrelation,
  quantile,
  shareOf,
  wilsonInterval,
} from "./statistics";
import { pooledVotes, votesText } from "./vote-report";

/** A kind of reason to rewrite a question, the gravest first. */
export const flaws = [
  "negative",
  "draws the upper half",
  "sure and wrong",
  "too hard",
  "very slow",
  "nobody takes",
  "too easy",
] as const;

export type Flaw = (typeof flaws)[number];

/** A reason, in a sentence or two for the question's author. */
export type Reason = { flaw: Flaw; says: string };

/** All that several classes tell of a question together. */
export type PooledItem = {
  question: string;
  /** First answers, and how many were right; classes with fewer than five are left out. */
  first: Proportion;
  discrimination: (Interval & { r: number }) | null;
  /** The middle of the classes' medians, in seconds; null where none is told. */
  seconds: number | null;
  reasons: readonly Reason[];
  /** How the two wordings compare; null where the question has one. */
  wordings: string | null;
  /** How a room voted before and after it argued; null where none did. */
  votes: string | null;
};

/** The words of an option, by the ids of its question and its own. */
type OptionText = (question: string, option: string) => string;

const bounds = {
  /** The whole interval of the share right is below, or above: too hard, too easy. */
  hard: 0.4,
  easy: 0.9,
  /** Of those sure, the share wrong has its whole interval above this. */
  surelyWrong: 1 - surelyFrom / 100,
  /** So many times the time of the middle question, where there are this many questions. */
  slow: 3,
  timedQuestions: 5,
  /** Wrong answers, before an option that drew none is a waste. */
  wrong: 10,
} as const;

const percents = ({ low, high }: Interval) => `${shareText(low)} to ${shareText(high)}`;

const outOf = ({ count, of }: Proportion) => `${count} of ${of}`;

const signed = (value: number) => fixedText(value, 2);

function summed(parts: readonly Proportion[]): Proportion {
  const sum = (key: keyof Proportion) => parts.reduce((all, one) => all + one[key], 0);
  return { count: sum("count"), of: sum("of") };
}

const firstOf = (reports: readonly ItemReport[]): Proportion =>
  summed(
    reports.flatMap(({ answered, right }) =>
      answered === null || right === null ? [] : { count: right, of: answered },
    ),
  );

const isTold = ({ of }: Proportion) => of >= fewest.learners;

function hardness(first: Proportion): Reason[] {
  if (!isTold(first)) return [];
  const range = wilsonInterval(first);
  const says = `${shareText(shareOf(first))} were right at the first try (${outOf(first)}; ${percents(range)}).`;
  if (range.high < bounds.hard) return [{ flaw: "too hard", says: `Too hard: ${says}` }];
  if (range.low > bounds.easy) return [{ flaw: "too easy", says: `Too easy: ${says}` }];
  return [];
}

function negative(discrimination: PooledItem["discrimination"]): Reason[] {
  if (!discrimination || discrimination.high >= 0) return [];
  const { r, low, high } = discrimination;
  return [
    {
      flaw: "negative",
      says: `Negative discrimination: those who do well on the other questions are more often wrong here (r = ${signed(r)}; ${signed(low)} to ${signed(high)}). Check its key first.`,
    },
  ];
}

function sureAndWrong(reports: readonly ItemReport[]): Reason[] {
  const surely = summed(
    reports.flatMap(({ sure }) =>
      sure?.surely?.wrong == null
        ? []
        : { count: sure.surely.wrong, of: sure.surely.count },
    ),
  );
  if (!isTold(surely) || wilsonInterval(surely).low <= bounds.surelyWrong) return [];
  return [
    {
      flaw: "sure and wrong",
      says: `Sure and wrong: of those who gave it ${surelyFrom} % or more, ${outOf(surely)} were wrong.`,
    },
  ];
}

function slowness(seconds: number | null, usual: number | null): Reason[] {
  if (seconds === null || usual === null || seconds < bounds.slow * usual) return [];
  return [
    {
      flaw: "very slow",
      says: `Very slow: half needed more than ${Math.round(seconds)} s; for the middle question it is ${Math.round(usual)} s.`,
    },
  ];
}

/** The pulls of one option in every class, with that class's report. */
function pullsIn(reports: readonly ItemReport[]) {
  const byOption = new Map<string, { pull: Pull; report: ItemReport }[]>();
  for (const report of reports) {
    for (const pull of report.pulls) {
      const known = byOption.get(pull.option) ?? [];
      byOption.set(pull.option, [...known, { pull, report }]);
    }
  }
  return [...byOption];
}

function distractors(reports: readonly ItemReport[], textOf: OptionText): Reason[] {
  return pullsIn(reports).flatMap(([option, pulls]): Reason[] => {
    const told = pulls.flatMap(({ pull, report }) =>
      pull.halves && report.halves ? [{ drew: pull.halves, of: report.halves }] : [],
    );
    const half = (key: "upper" | "lower") =>
      summed(told.map(({ drew, of }) => ({ count: drew[key], of: of[key] })));
    const [upper, lower] = [half("upper"), half("lower")];
    const named = `“${textOf(reports[0]?.question ?? "", option)}”`;
    if (upper.of > 0 && lower.of > 0 && differenceInterval(upper, lower).low > 0) {
      const says = `The option ${named} draws the upper half: ${outOf(upper)} of it, and of the lower half ${outOf(lower)}.`;
      return [{ flaw: "draws the upper half", says }];
    }
    const wrong = pulls.reduce(
      (sum, { report: { answered, right } }) => sum + (answered ?? 0) - (right ?? 0),
      0,
    );
    if (wrong < bounds.wrong || pulls.some(({ pull }) => pull.drew !== 0)) return [];
    const says = `Nobody takes the option ${named}, although ${wrong} answered wrongly.`;
    return [{ flaw: "nobody takes", says }];
  });
}

/** How the wordings differ, in words; `percents` are of the share right at first. */
export function wordingsCompared(first: Proportion, second: Proportion): string {
  const counts = `First wording ${outOf(first)} right, second ${outOf(second)}`;
  if (!isTold(first) || !isTold(second)) return `${counts}: too few to tell.`;
  const { low, high } = differenceInterval(second, first);
  const points = (value: number) => minused(String(Math.round(100 * value)));
  const difference = `${points(shareOf(second) - shareOf(first))} percentage points (${points(low)} to ${points(high)})`;
  if (low > 0) return `${counts}: the second is easier, by ${difference}.`;
  if (high < 0) return `${counts}: the second is harder, by ${difference}.`;
  return `${counts}: a difference of ${difference}, which may be chance.`;
}

function wordingsOf(reports: readonly ItemReport[]): string | null {
  const counted = (asked: "first" | "second") =>
    firstOf(reports.filter(({ wording }) => wording === asked));
  const [first, second] = [counted("first"), counted("second")];
  return first.of === 0 || second.of === 0 ? null : wordingsCompared(first, second);
}

function votesOf(reports: readonly ItemReport[]): string | null {
  const votes = pooledVotes(reports.map((report) => report.votes));
  return votes && `In the room, ${votesText(votes)}.`;
}

const middle = (values: readonly number[]): number | null =>
  values.length === 0
    ? null
    : quantile(
        values.toSorted((one, other) => one - other),
        0.5,
      );

const graveness = ({ reasons }: PooledItem) =>
  Math.min(...reasons.map(({ flaw }) => flaws.indexOf(flaw)));

/**
 * Every question of the classes' reports, those to rewrite first first: by their gravest
 * reason, then by how many they have; of equal ones, in the order given.
 */
export function rewriteList(
  classes: readonly (readonly ItemReport[])[],
  textOf: OptionText,
): PooledItem[] {
  const byQuestion = new Map<string, ItemReport[]>();
  for (const report of classes.flat()) {
    const known = byQuestion.get(report.question);
    if (known) known.push(report);
    else byQuestion.set(report.question, [report]);
  }
  const pooled = [...byQuestion].map(([question, all]) => {
    const reports = all.filter(({ wording }) => wording === "both");
    const told = reports.flatMap(({ discrimination }) => discrimination ?? []);
    return {
      ...{ question, reports, first: firstOf(reports), wordings: wordingsOf(all) },
      votes: votesOf(reports),
      discrimination: told.length === 0 ? null : pooledCorrelation(told),
      seconds: middle(reports.flatMap(({ time }) => time?.median ?? [])),
    };
  });
  const timed = pooled.flatMap(({ seconds }) => seconds ?? []);
  const usual = timed.length < bounds.timedQuestions ? null : middle(timed);
  const items = pooled.map(({ reports, ...item }): PooledItem => {
    const { first, discrimination, seconds } = item;
    const reasons = [
      ...negative(discrimination),
      ...distractors(reports, textOf),
      ...sureAndWrong(reports),
      ...hardness(first),
      ...slowness(seconds, usual),
    ].sort((one, other) => flaws.indexOf(one.flaw) - flaws.indexOf(other.flaw));
    return { ...item, reasons };
  });
  return items.sort(
    (one, other) =>
      graveness(one) - graveness(other) || other.reasons.length - one.reasons.length,
  );
}
