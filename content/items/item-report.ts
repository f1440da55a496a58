// How well the course's questions ask, told from a class's first answers: item analysis.
// Nothing that names a learner is in a report: counts, and figures of many.
import { chosenIn } from "@/content/quiz/kinds/choice";
import { type Question, readAnswer } from "@/content/quiz/question";
import { type Cell, fewest, type ItemReport, type Pull, surelyFrom } from "./item-shape";
import { correlation, correlationInterval, quantile, shareOf } from "./statistics";

/** The first answer of a learner to a question of the course. */
export type FirstAnswer = {
  learner: string;
  question: string;
  /** See `answerText`. */
  first: string;
  firstRight: boolean;
  /** How long it took, in milliseconds; null where nobody knows. */
  took: number | null;
  /** How sure the learner said they were, in percent; left out where they did not. */
  sure?: number;
  /** How the question was worded; left out: its first wording. */
  wording?: "second";
};

const cellOf = (count: number): Cell => (count > 0 && count < fewest.cell ? null : count);

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

type Scored = FirstAnswer & {
  /** The share right among the learner's other questions; null of too few. */
  rest: number | null;
};

/** Every answer with its learner's score on all other questions. */
function scored(answers: readonly FirstAnswer[]): Scored[] {
  const totals = new Map<string, { count: number; right: number }>();
  for (const { learner, firstRight } of answers) {
    const { count, right } = totals.get(learner) ?? { count: 0, right: 0 };
    totals.set(learner, { count: count + 1, right: right + Number(firstRight) });
  }
  return answers.map((answer) => {
    const { count = 1, right = 0 } = totals.get(answer.learner) ?? {};
    const [of, others] = [count - 1, right - Number(answer.firstRight)];
    const rest = of < fewest.others ? null : shareOf({ count: others, of });
    return { ...answer, rest };
  });
}

type Half = "upper" | "lower" | null;

/** In which half each answer's learner is: who does as well as the middle one is above. */
function halvesOf(answers: readonly Scored[]): readonly Half[] {
  const rests = answers.flatMap(({ rest }) => rest ?? []).sort((one, two) => one - two);
  if (rests.length < fewest.learners) return answers.map(() => null);
  const middle = quantile(rests, 0.5);
  return answers.map(({ rest }) =>
    rest === null ? null : rest >= middle ? "upper" : "lower",
  );
}

function discriminationOf(answers: readonly Scored[]): ItemReport["discrimination"] {
  const pairs = answers.flatMap(({ firstRight, rest }) =>
    rest === null ? [] : [[Number(firstRight), rest] as const],
  );
  const r = pairs.length < fewest.learners ? null : correlation(pairs);
  if (r === null) return null;
  const { low, high } = correlationInterval(r, pairs.length);
  const told = { r: rounded(r, 3), low: rounded(low, 3), high: rounded(high, 3) };
  return { ...told, learners: pairs.length };
}

function timeOf(answers: readonly Scored[]): ItemReport["time"] {
  const times = answers.flatMap(({ took }) => took ?? []).sort((one, two) => one - two);
  if (times.length < fewest.learners) return null;
  const at = (share: number) => Math.round(quantile(times, share) / 1000);
  return { lower: at(0.25), median: at(0.5), upper: at(0.75), known: times.length };
}

function sureOf(answers: readonly Scored[]): ItemReport["sure"] {
  const said = answers.flatMap(({ sure, firstRight }) =>
    sure === undefined ? [] : [{ sure, firstRight }],
  );
  if (said.length < fewest.learners) return null;
  const surely = said.filter(({ sure }) => sure >= surelyFrom);
  const wrong = surely.filter(({ firstRight }) => !firstRight).length;
  return {
    said: said.length,
    mean: Math.round(said.reduce((sum, { sure }) => sum + sure, 0) / said.length),
    right: said.filter(({ firstRight }) => firstRight).length,
    surely:
      surely.length < fewest.learners
        ? null
        : { count: surely.length, wrong: cellOf(wrong) },
  };
}

/** Hides one cell more where a single one is hidden, which the sum of all would tell. */
function withoutSums(pulls: readonly Pull[]): readonly Pull[] {
  if (pulls.filter(({ drew }) => drew === null).length !== 1) return pulls;
  const least = Math.min(...pulls.flatMap(({ drew }) => drew || []));
  const at = pulls.findIndex(({ drew }) => drew === least);
  return pulls.map((pull, index) =>
    index === at ? { ...pull, drew: null, halves: null } : pull,
  );
}

/** The first answers that each wrong option of the question drew. */
function pullsOf(question: Question, answers: readonly Scored[]): readonly Pull[] {
  if (!("options" in question) || answers.length < fewest.learners) return [];
  const halves = halvesOf(answers);
  const chosen = answers.map(({ first }) => {
    const answer = readAnswer(question, first);
    return new Set((answer && chosenIn(answer)) ?? []);
  });
  const wrong = question.options.filter(({ right }) => !right);
  const pulls = wrong.map(({ id }): Pull => {
    const from = halves.filter((_, at) => chosen[at]?.has(id));
    const count = (half: Half) => from.filter((one) => one === half).length;
    const parts = [count("upper"), count("lower"), count(null)];
    const told = halves.some((half) => half) && !parts.map(cellOf).includes(null);
    return {
      ...{ option: id, drew: cellOf(from.length) },
      halves: told ? { upper: count("upper"), lower: count("lower") } : null,
    };
  });
  return question.kind === "several" ? pulls : withoutSums(pulls);
}

/** How many answered, and how many were right; of anything else there is too little. */
function countsOf(
  question: Question,
  wording: ItemReport["wording"],
  answers: readonly Scored[],
): ItemReport {
  const answered = cellOf(answers.length);
  const right = answers.filter(({ firstRight }) => firstRight).length;
  return {
    ...{ question: question.id, wording, answered },
    right: answered === null ? null : right,
    ...{ discrimination: null, time: null, sure: null, halves: null, pulls: [] },
  };
}

function reportOf(question: Question, answers: readonly Scored[]): ItemReport {
  const halves = halvesOf(answers);
  const inHalf = (half: Half) => halves.filter((one) => one === half).length;
  return {
    ...countsOf(question, "both", answers),
    discrimination: discriminationOf(answers),
    time: timeOf(answers),
    sure: sureOf(answers),
    halves: halves.some((half) => half)
      ? { upper: inHalf("upper"), lower: inHalf("lower") }
      : null,
    pulls: pullsOf(question, answers),
  };
}

/**
 * The report of every question that somebody answered, in the order of `questions`; answers
 * to others are left out. Where both wordings of a question were given to five or more,
 * each has its own counts behind the report of both: more of one would tell of the other.
 */
export function itemReports(
  questions: readonly Question[],
  answers: readonly FirstAnswer[],
): ItemReport[] {
  const byQuestion = new Map(questions.map(({ id }): [string, Scored[]] => [id, []]));
  for (const answer of scored(
    answers.filter(({ question }) => byQuestion.has(question)),
  )) {
    byQuestion.get(answer.question)?.push(answer);
  }
  return questions.flatMap((question) => {
    const own = byQuestion.get(question.id) ?? [];
    if (own.length === 0) return [];
    const worded = (["first", "second"] as const).map((wording) => ({
      wording,
      answers: own.filter((answer) => (answer.wording ?? "first") === wording),
    }));
    const compared = worded.every(({ answers }) => answers.length >= fewest.cell);
    return [
      reportOf(question, own),
      ...(compared ? worded : []).map(({ wording, answers }) =>
        countsOf(question, wording, answers),
      ),
    ];
  });
}
