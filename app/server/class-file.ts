// A class as a file, to be kept or restored elsewhere: lines of JSON, packed with gzip. No
// secret, code or hash of one is in it: who teaches and who learns proves it anew.
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import * as z from "zod";
import { mostBallots, optionId, roundShape } from "@/content/class/ballot-messages";
import {
  due,
  id,
  jsonIn,
  moment,
  questionId,
  took,
} from "@/content/class/message-fields";
import { classLimits } from "@/content/class/messages";
import {
  className,
  doorShape,
  markFields,
  section,
  studentId,
} from "@/content/class/roster-messages";
import { longestAnswer } from "@/content/quiz/answer-text";
import { gradedLimits } from "@/labs/assignment/assignment";
import { readLink } from "@/labs/assignment/assignment-link";
import { learnerName } from "@/labs/assignment/learner-name";
import { longestPacked } from "@/labs/receipt/receipt";
import { refusal } from "./class-route";
import { keptText } from "./judged-answers";
import type { ClassLine, StoredClass } from "./store/stored-rows";

const version = 1;

const head = z.strictObject({ is: z.literal("next-pass class"), version: z.int() });

const written = (most: number) => z.string().max(most).transform(keptText);

const name = z.string().refine((text) => learnerName(text) === text);

const link = z
  .string()
  .refine((text) => text.startsWith("/labs/") && readLink(text)?.assignment);

const work = { assignment: id, learner: id };

/** Each line may hold this, and nothing else. */
const lineShapes = [
  z.strictObject({
    is: z.literal("class"),
    ...{ name: className, created: moment, expires: moment },
    ...{ door: doorShape, approval: z.boolean() },
  }),
  z.strictObject({
    is: z.literal("assignment"),
    ...{ id, link, created: moment, closes: moment.nullable() },
  }),
  z.strictObject({
    is: z.literal("ballot"),
    ...{ id, question: questionId, opened: moment },
  }),
  z.strictObject({
    is: z.literal("learner"),
    ...{ id, name, joined: moment, section, studentId, waiting: z.boolean() },
  }),
  z.strictObject({ is: z.literal("extension"), ...work, due }),
  z.strictObject({
    is: z.literal("mark"),
    ...{ ...work, ...markFields, at: moment, by: written(classLimits.className) },
  }),
  z.strictObject({
    is: z.literal("answer"),
    ...{ learner: id, question: questionId, at: moment, took: took.nullable() },
    ...{ first: written(1000), firstRight: z.boolean() },
    ...{ latest: written(1000), right: z.boolean() },
    wording: z.literal("second").exactOptional(),
  }),
  z.strictObject({
    is: z.literal("quiz"),
    ...{ ...work, started: moment, handed: moment.nullable() },
    /** Numbers and orders are drawn from it; it opens nothing. */
    draw: z.string().regex(/^[\x20-\x7e]{1,64}$/),
  }),
  z.strictObject({
    is: z.literal("try"),
    ...{ ...work, question: questionId, try: z.int().min(1).max(gradedLimits.tries) },
    ...{ text: written(longestAnswer), right: z.boolean(), at: moment },
    took: took.nullable(),
  }),
  z.strictObject({
    is: z.literal("vote"),
    ...{ ballot: id, learner: id, round: roundShape, option: optionId, at: moment },
  }),
  z.strictObject({
    is: z.literal("receipt"),
    ...{ id, key: id, ...work, received: moment, outcome: z.string().nullable() },
    packed: z
      .string()
      .max(longestPacked)
      .regex(/^[A-Za-z0-9_-]+$/),
  }),
  z.strictObject({ is: z.literal("end"), lines: z.int() }),
] as const;

const lineShape = z.discriminatedUnion("is", lineShapes);

type FileLine = z.infer<typeof lineShape>;

/** A line as the file has it. */
function writtenLine(line: ClassLine) {
  if (line.is === "learner") {
    const { codeHash: _, ...learner } = line;
    return learner;
  }
  if (line.is === "quiz") {
    const { secret: draw, ...quiz } = line;
    return { ...quiz, draw };
  }
  if (line.is === "receipt") {
    const { work: _, ...receipt } = line;
    return receipt;
  }
  return line;
}

async function* fileOf(lines: AsyncIterable<ClassLine>): AsyncGenerator<string> {
  yield `${JSON.stringify({ is: "next-pass class", version })}\n`;
  let count = 0;
  for await (const line of lines) {
    count += 1;
    yield `${JSON.stringify(writtenLine(line))}\n`;
  }
  yield `${JSON.stringify({ is: "end", lines: count })}\n`;
}

/** The file, as it is made: nothing waits for its end. */
export function classFile(lines: AsyncIterable<ClassLine>): ReadableStream<Uint8Array> {
  const packed = createGzip();
  const text = Readable.from(fileOf(lines));
  text.on("error", (error) => packed.destroy(error));
  text.pipe(packed);
  return Readable.toWeb(packed) as ReadableStream<Uint8Array>;
}

const noFile =
  "This is no file of a class: choose one that “Export” of a class has made.";

const newer = "This file is of a newer version of the site, which this one cannot read.";

const brokenOff = "The file breaks off before its end: fetch it once more.";

const fault = (at: number, says: string) =>
  refusal(400, `Line ${at} of the file ${says}.`);

/** The row of a line; what was checked on the other site is checked anew here. */
function rowIn(line: Exclude<FileLine, { is: "end" }>): ClassLine {
  if (line.is === "learner") return { ...line, codeHash: null };
  if (line.is === "quiz") {
    const { draw: secret, ...quiz } = line;
    return { ...quiz, secret };
  }
  if (line.is === "receipt") return { ...line, outcome: null, work: null };
  return line;
}

/** Keys that no other line of a file may name as well. */
function ownKeys(line: Exclude<FileLine, { is: "class" | "end" }>): readonly string[] {
  if (line.is === "assignment") return [line.id, line.link];
  // Not the name: learners whose names are one by today's rule stay apart.
  if (line.is === "learner" || line.is === "ballot") return [line.id];
  const whose = `${line.is} ${line.learner}`;
  if (line.is === "answer") return [`${whose} ${line.question}`];
  if (line.is === "receipt") return [line.id, `${whose} ${line.key}`];
  if (line.is === "vote") return [`${whose} ${line.ballot} ${line.round}`];
  const work = `${whose} ${line.assignment}`;
  return [line.is === "try" ? `${work} ${line.question} ${line.try}` : work];
}

/** Looks for lines that name what the file has not named before, or has twice. */
function createOrder() {
  const ids = {
    ...{ assignment: new Set<string>(), ballot: new Set<string>() },
    learner: new Set<string>(),
  };
  const keys = new Set<string>();
  const { assignments, learners } = classLimits;
  const most = { assignment: assignments, ballot: mostBallots, learner: learners };
  return function problemOf(line: FileLine): string | null {
    if (line.is === "class" || line.is === "end") return null;
    if (line.is === "assignment" || line.is === "ballot" || line.is === "learner") {
      ids[line.is].add(line.id);
      if (ids[line.is].size > most[line.is]) return `is one ${line.is} too many`;
    } else if (!ids.learner.has(line.learner)) {
      return "names a learner whom the file does not have";
    } else if ("assignment" in line && !ids.assignment.has(line.assignment)) {
      return "names an assignment that the file does not have";
    } else if ("ballot" in line && !ids.ballot.has(line.ballot)) {
      return "names a ballot that the file does not have";
    }
    if (line.is === "try" && !keys.has(`quiz ${line.learner} ${line.assignment}`)) {
      return "names a quiz that the file does not have";
    }
    for (const key of ownKeys(line)) {
      if (keys.has(key)) return `names ${twice[line.is]} twice`;
      keys.add(key);
    }
    return null;
  };
}

const twice = {
  assignment: "an assignment",
  learner: "a learner",
  extension: "an extension",
  mark: "a mark",
  answer: "an answer",
  quiz: "a quiz",
  try: "a try",
  ballot: "a ballot",
  vote: "a vote",
  receipt: "a receipt",
};

/** A class that a file holds. */
type ReadClass = {
  head: Pick<StoredClass, "name" | "created" | "door" | "approval">;
  lines: readonly ClassLine[];
};

/** Reads the lines of a file. Refuses with 400, and a sentence that names the line. */
export async function readClassFile(texts: AsyncIterable<string>): Promise<ReadClass> {
  const problemOf = createOrder();
  const lines: ClassLine[] = [];
  let found: ReadClass["head"] | null = null;
  let ended = false;
  let at = 0;
  for await (const text of texts) {
    at += 1;
    if (ended) throw fault(at, "stands after its end");
    const value = jsonIn(text);
    if (at === 1) {
      const { data } = head.safeParse(value);
      if (!data) throw refusal(400, noFile);
      if (data.version > version) throw refusal(400, newer);
      continue;
    }
    const { data: line } = lineShape.safeParse(value);
    if (!line) throw fault(at, "cannot be read");
    if ((line.is === "class") !== (at === 2)) throw fault(at, "is not where it belongs");
    const problem = problemOf(line);
    if (problem) throw fault(at, problem);
    if (line.is === "class") {
      const { name, created, door, approval } = line;
      found = { name, created, door, approval };
    }
    if (line.is === "end") {
      if (line.lines !== lines.length) throw refusal(400, brokenOff);
      ended = true;
    } else lines.push(rowIn(line));
  }
  if (at === 0) throw refusal(400, noFile);
  if (!found || !ended) throw refusal(400, brokenOff);
  return { head: found, lines };
}
