// Which link a receipt is judged by, and how the link that it bears differs from that: a
// learner writes their receipt, and so the link in it as well.
import { quoted } from "@/labs/arithmetic/number-text";
import { type Assignment, assignmentTitle } from "@/labs/assignment/assignment";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { formatGoals, goalText, sameKind } from "@/labs/assignment/goal";
import { pathOf } from "@/labs/run/link";
import { differs, fields, type Run, settings, settingText } from "@/labs/run/run";

/** The links that the reader vouches for. */
export type KnownLinks = {
  /** The one that was typed or chosen, as `linkOf` writes it; null where none was. */
  given: string | null;
  /** Those that were taken from /assign in this browser, the latest first. */
  sent: readonly string[];
};

/** A link for its reader. */
export type LinkInWords = {
  /** As `linkOf` writes it. */
  link: string;
  title: string;
  /** Its goals, as the end of a sentence. */
  asks: string;
  /** A sentence for each part that was not read. */
  refused: readonly string[];
};

/** The link of an assignment in a text, with or without words around it; null without one. */
export function linkInWords(text: string): LinkInWords | null {
  const [found = ""] = /\S*\/labs\/[^\s"<>]+/.exec(text) ?? [];
  const read = readLink(found);
  if (!read?.assignment) return null;
  const { assignment, refused } = read;
  const goals = assignment.goals.map(goalText);
  return {
    link: linkOf(assignment),
    title: assignmentTitle(assignment),
    asks: goals.length > 0 ? `which asks: ${goals.join(" · ")}` : "which sets no goal",
    refused: refused.map(({ says }) => says),
  };
}

/** A link that somebody other than the learner vouches for, and who does. */
export type JudgingLink = { link: string; from: "given" | "sent" | "class" };

/** A link's lab and run, without what it asks of learners. */
function trainedBy(link: string): string | null {
  const assignment = readLink(link)?.assignment;
  return assignment ? pathOf(assignment.lab, assignment.run) : null;
}

/**
 * The link that judges a receipt whose own link is `own`: the one that was given; else the
 * very same among those that were sent, or the latest of those that train the same run.
 * Null where the receipt's own word is all there is.
 */
export function judgingLink(
  own: string,
  { given, sent }: KnownLinks,
): JudgingLink | null {
  if (given !== null) return { link: given, from: "given" };
  const trained = trainedBy(own);
  const link = sent.includes(own) ? own : sent.find((one) => trainedBy(one) === trained);
  return link === undefined ? null : { link, from: "sent" };
}

const listed = (assignment: Assignment, names: readonly (keyof Run)[]) =>
  names
    .map((name) => `${fields[name].label} ${settingText(assignment.run, name)}`)
    .join(", ");

function runDifferences(own: Assignment, judging: Assignment): string[] {
  if (own.lab.id !== judging.lab.id) return [`it is of the lab ${quoted(own.lab.title)}`];
  const other = settings.filter((name) => differs(name, own.run, judging.run));
  if (other.length === 0) return [];
  return [`it starts with ${listed(own, other)} instead of ${listed(judging, other)}`];
}

function goalDifferences({ goals }: Assignment, judging: Assignment): string[] {
  const asked = judging.goals.flatMap((goal) => {
    const told = goals.find((one) => sameKind(one, goal));
    if (!told) return [`it does not ask “${goalText(goal)}”`];
    const [says, said] = [goalText(told), goalText(goal)];
    return says === said ? [] : [`it asks “${says}” instead of “${said}”`];
  });
  const added = goals
    .filter((goal) => !judging.goals.some((one) => sameKind(one, goal)))
    .map((goal) => `it also asks “${goalText(goal)}”`);
  return [...asked, ...added];
}

function lockDifferences({ lock }: Assignment, judging: Assignment): string[] {
  const without = (all: readonly (keyof Run)[], some: readonly (keyof Run)[]) =>
    all.filter((name) => !some.includes(name)).map((name) => fields[name].label);
  const [open, shut] = [without(judging.lock, lock), without(lock, judging.lock)];
  return [
    ...(open.length > 0 ? [`it does not lock ${open.join(", ")}`] : []),
    ...(shut.length > 0 ? [`it also locks ${shut.join(", ")}`] : []),
  ];
}

const worth = ({ goals, quizPoints }: Assignment) =>
  `${goals.map(({ points = 0 }) => points)} ${quizPoints}`;

/** How the link of a receipt differs from the one that judges it, each as half a sentence. */
export function linkDifferences(own: Assignment, judging: Assignment): string[] {
  const found = [
    ...runDifferences(own, judging),
    ...goalDifferences(own, judging),
    ...lockDifferences(own, judging),
  ];
  if (formatGoals(own.goals) === formatGoals(judging.goals)) {
    if (worth(own) !== worth(judging)) found.push("it gives other points");
  }
  if (own.title !== judging.title) {
    found.push(`it is called “${assignmentTitle(own)}”`);
  }
  if (own.due !== judging.due) found.push("it has another due date");
  if (own.note !== judging.note) found.push("it has other instructions");
  if (String(own.quiz) !== String(judging.quiz)) {
    found.push("it asks other graded questions");
  }
  return found;
}
