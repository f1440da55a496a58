// How well the course's questions ask, told from a class's first answers: item analysis.
// Nothing that names a learner is in a report: counts, and figures of many.
import { chosenIn } from "@/content/quiz/kinds/choice";
import { type Question, readAnswer } from "@/content/quiz/question";
import { cellOf, fewest, type ItemReport, type Pull, surelyFrom } from "./item-shape";
import { correlation, correlationInterval, quantile, shareOf } from "./statistics";
import { type VotePair, voteCount } from "./vote-report";

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

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** How many questions a learner answered, and how many were right at first. */
type Totals = { count: number; right: number };

/** An answer as far as it is counted. */
type Counted = Pick<FirstAnswer, "firstRight" | "took"> & {
  learner: Totals;
  sure: number | null;
  wording: "first" | "second";
  /** The options that it chose, of a question that has some. */
  chosen: readonly string[];
};

type Half = "upper" | "lower" | "untold";

type Scored = Counted & {
  /** The share right among the learner's other questions; null of too few. */
  rest: number | null;
  /** In which half the learner is: who does as well as the middle one is above. */
  half: Half;
};

function restOf({ learner: { count, right }, firstRight }: Counted): number | null {
  const others = count - 1;
  if (others < fewest.others) return null;
  return shareOf({ count: right - Number(firstRight), of: others });
}

/** The numbers that `of` gives, sorted. */
function sortedBy<T>(list: readonly T[], of: (one: T) => number | null) {
  const known = list.map(of).filter((one) => one !== null);
  return Float64Array.from(known).sort();
}

/** Every answer of a question with its learner's score on all others. */
function scored(answers: readonly Counted[]): readonly Scored[] {
  const rests = sortedBy(answers, restOf);
  const middle = rests.length < fewest.learners ? null : quantile(rests, 0.5);
  return answers.map((answer) => {
    const rest = restOf(answer);
    const told = rest !== null && middle !== null;
    const half = !told ? "untold" : rest >= middle ? "upper" : "lower";
    return { ...answer, rest, half };
  });
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
  const times = sortedBy(answers, ({ took }) => took);
  if (times.length < fewest.learners) return null;
  const at = (share: number) => Math.round(quantile(times, share) / 1000);
  return { lower: at(0.25), median: at(0.5), upper: at(0.75), known: times.length };
}

function sureOf(answers: readonly Scored[]): ItemReport["sure"] {
  const said = answers.flatMap(({ sure, firstRight }) =>
    sure === null ? [] : [{ sure, firstRight }],
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
  const wrong = question.options.filter(({ right }) => !right);
  const parted = answers.some(({ half }) => half !== "untold");
  const pulls = wrong.map(({ id }): Pull => {
    const from = { upper: 0, lower: 0, untold: 0 };
    for (const { chosen, half } of answers) if (chosen.includes(id)) from[half] += 1;
    const { upper, lower, untold } = from;
    const told = parted && ![upper, lower, untold].map(cellOf).includes(null);
    return {
      ...{ option: id, drew: cellOf(upper + lower + untold) },
      halves: told ? { upper, lower } : null,
    };
  });
  return question.kind === "several" ? pulls : withoutSums(pulls);
}

/** How many answered, and how many were right; of anything else there is too little. */
function countsOf(
  question: Question,
  wording: ItemReport["wording"],
  answers: readonly Counted[],
): ItemReport {
  const answered = cellOf(answers.length);
  const right = answers.filter(({ firstRight }) => firstRight).length;
  return {
    ...{ question: question.id, wording, answered },
    right: answered === null ? null : right,
    ...{ discrimination: null, time: null, sure: null, halves: null, pulls: [] },
    votes: null,
  };
}

function reportOf(question: Question, all: readonly Counted[]): ItemReport {
  const answers = scored(all);
  const inHalf = (half: Half) => answers.filter((one) => one.half === half).length;
  const halves = { upper: inHalf("upper"), lower: inHalf("lower") };
  return {
    ...countsOf(question, "both", answers),
    discrimination: discriminationOf(answers),
    time: timeOf(answers),
    sure: sureOf(answers),
    halves: halves.upper + halves.lower > 0 ? halves : null,
    pulls: pullsOf(question, answers),
  };
}

/** What is counted of one question. */
function questionCount(question: Question) {
  const answers: Counted[] = [];
  const votes = voteCount(question);
  const chosenBy = new Map<string, readonly string[]>();

  /** Each text is read once: of most questions there are few. */
  function chosen(text: string): readonly string[] {
    if (!("options" in question)) return [];
    const known = chosenBy.get(text);
    if (known) return known;
    const answer = readAnswer(question, text);
    const read = (answer && chosenIn(answer)) ?? [];
    chosenBy.set(text, read);
    return read;
  }

  return {
    votes,
    add(learner: Totals, answer: FirstAnswer) {
      const { first, firstRight, took, sure = null, wording = "first" } = answer;
      answers.push({ learner, firstRight, took, sure, wording, chosen: chosen(first) });
    },
    /** Where both wordings were given to five or more, each has its counts behind both's. */
    reports(): readonly ItemReport[] {
      const voted = votes.report();
      if (answers.length === 0 && voted === null) return [];
      const worded = (["first", "second"] as const).map((wording) => ({
        wording,
        answers: answers.filter((answer) => answer.wording === wording),
      }));
      const compared = worded.every((one) => one.answers.length >= fewest.cell);
      return [
        { ...reportOf(question, answers), votes: voted },
        ...(compared ? worded : []).map((one) =>
          // More of one wording would tell of the other.
          countsOf(question, one.wording, one.answers),
        ),
      ];
    },
  };
}

/** Counts answers and votes; those to other questions than `questions` are left out. */
export function itemCount(questions: readonly Question[]) {
  const counts = new Map(questions.map((one) => [one.id, questionCount(one)]));
  const learners = new Map<string, Totals>();
  return {
    addAnswers(answers: readonly FirstAnswer[]) {
      for (const answer of answers) {
        const count = counts.get(answer.question);
        if (!count) continue;
        const totals = learners.get(answer.learner) ?? { count: 0, right: 0 };
        learners.set(answer.learner, totals);
        totals.count += 1;
        totals.right += Number(answer.firstRight);
        count.add(totals, answer);
      }
    },
    /** Of two pairs of a learner to a question, the one that is added first counts. */
    addVotes(pairs: readonly VotePair[]) {
      for (const pair of pairs) counts.get(pair.question)?.votes.add(pair);
    },
    /** The reports of each question that somebody answered or voted on, in their order. */
    *reports(): Generator<readonly ItemReport[]> {
      for (const count of counts.values()) yield count.reports();
    },
  };
}
