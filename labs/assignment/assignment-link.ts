// An assignment written as the query string of a normal lab link.
import { quoted } from "../arithmetic/number-text";
import type { Lab } from "../catalog/lab";
import { isLabId, labs } from "../catalog/labs";
import type { Refusal } from "../run/conflicts";
import { formatRun, longestLink, partsOf } from "../run/link";
import { parseRun } from "../run/open-link";
import type { Run } from "../run/run";
import type { Assignment } from "./assignment";
import {
  type Added,
  goalPoints,
  nothingAsked,
  partNames,
  parts,
} from "./assignment-parts";

/** The key that tells an assignment from a run; its value is the version. */
const versionKey = "assignment";
const version = "1";

const keys: readonly string[] = [
  versionKey,
  goalPoints.key,
  ...partNames.map((name) => parts[name].key),
];

/** An assignment as read, and a sentence for each part of its link that was refused. */
export type ReadLink = {
  /** Null where the link asks for nothing, but only sets a run. */
  assignment: Assignment | null;
  run: Run;
  refused: readonly Refusal[];
};

/**
 * Reads the query of a lab's link. Whatever is missing or cannot be keeps the lab's value
 * or asks for nothing; each part that was refused is named. Never throws.
 */
export function parseLink(query: string, lab: Lab): ReadLink {
  const asked = partsOf(query);
  if (!keys.some((key) => asked.has(key))) {
    return { assignment: null, ...parseRun(query, lab.start) };
  }
  const refused: Refusal[] = [];
  const given = new URLSearchParams(asked);
  for (const key of keys) asked.delete(key);
  const { run, refused: unread } = parseRun(asked.toString(), lab.start);
  const made = given.get(versionKey);
  if (made !== version) {
    const says = `The link says ${made === null ? "no version" : `version ${quoted(made)}`} of assignments, and this page reads ${version}: what it asks for is left out.`;
    return { assignment: null, run, refused: [{ key: versionKey, says }, ...unread] };
  }
  const added: Added = { ...nothingAsked };
  const read = <K extends (typeof partNames)[number]>(name: K) => {
    const { key, parse } = parts[name];
    const [text, ...others] = given.getAll(key);
    if (others.length > 0) {
      refused.push({ key, says: `The link has “${key}” twice: the first one counts.` });
    }
    if (!text) return;
    const { value, refused: odd } = parse(text, run);
    added[name] = value;
    refused.push(...odd.map((says) => ({ key, says })));
  };
  for (const name of partNames) read(name);
  const [points, ...otherPoints] = given.getAll(goalPoints.key);
  if (points) {
    const { key } = goalPoints;
    const asked = given.get(parts.goals.key) ?? "";
    const { value, refused: odd } = goalPoints.parse(points, added.goals, asked);
    added.goals = value;
    refused.push(...odd.map((says) => ({ key, says })));
  }
  const twice = [
    ...(otherPoints.length > 0 ? [goalPoints.key] : []),
    ...(given.getAll(versionKey).length > 1 ? [versionKey] : []),
  ];
  for (const key of twice) {
    refused.push({ key, says: `The link has “${key}” twice: the first one counts.` });
  }
  const assignment = { lab, run, ...added };
  // Typed by hand, a link may be shorter than as the site writes it.
  if (assignment.note && formatAssignment(assignment).length > longestLink) {
    const says = `The note would make the link longer than ${longestLink} characters, so it is left out.`;
    refused.push({ key: parts.note.key, says });
    assignment.note = "";
  }
  return { assignment, run, refused: [...refused, ...unread] };
}

/**
 * What is wrong with the parts of a link that ask for something. An assignment begins only
 * where this is empty: what else it asks for is for whoever sent it to say.
 */
export const unclearParts = ({ refused }: ReadLink): readonly Refusal[] =>
  refused.filter(({ key }) => keys.includes(key));

/** The query (no "?") that `parseLink` reads back as the same assignment. */
export function formatAssignment(assignment: Assignment): string {
  const query = new URLSearchParams({ [versionKey]: version });
  const write = <K extends (typeof partNames)[number]>(name: K) => {
    const { key, format } = parts[name];
    const text = format(assignment[name]);
    if (text) query.set(key, text);
    const points = name === "goals" ? goalPoints.format(assignment.goals) : "";
    if (points) query.set(goalPoints.key, points);
  };
  for (const name of partNames) write(name);
  const run = formatRun(assignment.run, assignment.lab.start);
  return run ? `${query}&${run}` : query.toString();
}

/** Where a learner opens an assignment, as a path of the site: its one name. */
export const linkOf = (assignment: Assignment) =>
  `/labs/${assignment.lab.id}?${formatAssignment(assignment)}`;

/** The part of an assignment that stays when its note, goals, quiz or due date change, as a link. */
function taskIn(link: string): string | null {
  const assignment = readLink(link)?.assignment;
  if (!assignment) return null;
  const { lab, run, title, lock } = assignment;
  return linkOf({ ...nothingAsked, lab, run, title, lock });
}

/** Whether two links set one task: lab, run, locks and title are alike, all else may not be. */
export function isSameTask(link: string, other: string): boolean {
  if (link.split("?", 1)[0] !== other.split("?", 1)[0]) return false;
  const task = taskIn(link);
  return task !== null && task === taskIn(other);
}

/** A copy of the site may lie in a folder of its host, in folders even. */
const address =
  /^(?:https?:\/\/[^/?#\s]+)?(?:\/[^/?#\s]+)*\/labs\/([a-z-]{1,40})\/?(?:\?([^#]*))?(?:#.*)?$/;

/** Reads a link of any lab, with or without the site's address; null where it is none. */
export function readLink(link: string): ReadLink | null {
  if (link.length > 2 * longestLink) return null;
  const [, id = "", query = ""] = address.exec(link.trim()) ?? [];
  return isLabId(id) ? parseLink(query, labs[id]) : null;
}
