// The questions by which the server judges: the course's, and the site's own bank of graded
// ones, YAML files that are read at run time, so that their keys are in no page or build.
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { drawn, type Question } from "@/content/quiz/question";
import { parseQuestions } from "@/content/quiz/question-file";
import { log } from "./log";

let course: Promise<readonly Question[]> | null = null;

/** Every question of the course. */
export async function courseQuestions(): Promise<readonly Question[]> {
  course ??= readAllQuestions().then((lessons) =>
    lessons.flatMap(({ questions }) => questions),
  );
  try {
    return await course;
  } catch (error) {
    course = null;
    throw error;
  }
}

/** The limits of all files of the bank together. */
const bankLimits = { files: 100, bytes: 2_000_000, questions: 500 };

type Bank = { marks: string; questions: readonly Question[] };

let latest: Promise<Bank> | null = null;

const logged = new Set<string>();

/** Logs each problem once. */
function logProblem(problem: string) {
  if (logged.has(problem) || logged.size >= 1000) return;
  logged.add(problem);
  log("error", "Graded questions, left out", problem);
}

const folderOf = () =>
  path.resolve(/*turbopackIgnore: true*/ process.env.COURSE_DATA_DIR || "data", "graded");

type BankFile = { name: string; size: number; mark: string };

/** The files of the bank by name, each with a mark that changes when it is written. */
async function bankFiles(folder: string): Promise<readonly BankFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".yaml")).sort();
  if (files.length > bankLimits.files) logProblem(`more than ${bankLimits.files} files`);
  const stated = files.slice(0, bankLimits.files).map(async (name) => {
    const one = await stat(path.join(/*turbopackIgnore: true*/ folder, name));
    const { mtimeMs, ctimeMs, size } = one;
    // Reading a pipe or a device might never end.
    if (!one.isFile()) throw new Error("no file");
    return { name, size, mark: `${name} ${mtimeMs} ${ctimeMs} ${size}` };
  });
  const done = await Promise.allSettled(stated);
  return done.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

/** A question is taken if its numbers can be computed with this many seeds. */
const seedsTried = 50;

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";

async function readFiles(
  folder: string,
  files: readonly BankFile[],
): Promise<Question[]> {
  const course = await courseQuestions();
  const ids = new Set(course.map(({ id }) => id));
  const all: Question[] = [];
  let bytes = 0;
  for (const { name, size } of files) {
    try {
      if (bytes + size > bankLimits.bytes) throw new Error(`${name}: too much in all`);
      bytes += size;
      const file = path.join(/*turbopackIgnore: true*/ folder, name);
      const questions = parseQuestions(await readFile(file, "utf8"), name);
      const own = new Set<string>();
      for (const question of questions) {
        const { id } = question;
        for (let seed = 1; seed <= seedsTried; seed += 1) drawn(question, seed);
        if (ids.has(id) || own.has(id))
          throw new Error(`${name}: “${id}” is there twice`);
        own.add(id);
      }
      if (all.length + own.size > bankLimits.questions) {
        throw new Error(`${name}: more than ${bankLimits.questions} questions in all`);
      }
      for (const id of own) ids.add(id);
      all.push(...questions);
    } catch (error) {
      const says = firstLine(error);
      logProblem(says.startsWith(name) ? says : `${name}: ${says}`);
    }
  }
  return all;
}

/**
 * The questions of the files `graded/*.yaml` in COURSE_DATA_DIR, as they are now. A file
 * that is broken, or has an id that the course or a file before it has, is left out.
 */
export async function gradedBank(): Promise<readonly Question[]> {
  const folder = folderOf();
  const files = await bankFiles(folder);
  const marks = JSON.stringify([folder, ...files.map(({ mark }) => mark)]);
  const before = await latest?.catch(() => null);
  if (before?.marks === marks) return before.questions;
  const reading = readFiles(folder, files).then((questions) => ({ marks, questions }));
  latest = reading;
  return (await reading).questions;
}

/** The questions with these ids, of the course and of the bank, in their order. */
export async function gradable(ids: readonly string[]): Promise<readonly Question[]> {
  const [course, bank] = await Promise.all([courseQuestions(), gradedBank()]);
  const known = new Map([...course, ...bank].map((one) => [one.id, one]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
