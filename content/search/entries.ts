// Every place of the course that can be searched for: terms, sections of lessons, labs and
// questions. Nothing that is shown of one tells the answer to a question.
import { cases } from "@/content/clinic/cases";
import type { Slug } from "@/content/course";
import { lessonText, readCourse } from "@/content/lesson/lesson";
import { headingOf, placedQuestions } from "@/content/lesson/lesson-syntax";
import { sectionsOf } from "@/content/lesson/sections";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { present } from "@/content/quiz/question";
import { termId, terms } from "@/content/terms";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import type { Entry } from "./search";

/** Markdown, mathematics and tags as a line of plain text. */
const plain = (markdown: string) =>
  markdown
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\]\([^)]*\)/g, "]")
    .replaceAll(/\$\$[\s\S]*?\$\$/g, " ")
    .replaceAll(/^\s*(?:#+|-|\d+\.)\s/gm, " ")
    .replaceAll(/\\([a-z]+)/gi, "$1")
    .replaceAll(/[*$`{}[\]\\]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** A part of a lesson: its heading, what may be shown, and what is only found. */
type Part = { heading: string; shown: string[]; hidden: string[] };

/**
 * The parts of a lesson's text, what stands before the first heading as the first. What
 * follows a prediction tells how it came out: that is hidden, and the recap left out.
 */
function partsOf(text: string, predictions: ReadonlySet<string>): Part[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, "");
  const parts: Part[] = [{ heading: "", shown: [], hidden: [] }];
  let tells = false;
  for (const block of body.replace(/<Recap>[\s\S]*?<\/Recap>/, "").split(/\n{2,}/)) {
    const line = /^## (.*)/.exec(block)?.[1];
    const heading = line && headingOf(line).title;
    const asked = /^<Quiz questions="([^"]*)"/.exec(block)?.[1];
    if (heading) parts.push({ heading, shown: [], hidden: [] });
    if (heading || asked) tells = false;
    const part = parts.at(-1);
    if (!heading) (tells ? part?.hidden : part?.shown)?.push(block);
    if (asked?.split(/\s+/).some((id) => predictions.has(id))) tells = true;
  }
  return parts;
}

async function lessonEntries(slug: Slug, title: string, at: number): Promise<Entry[]> {
  const text = await lessonText(slug);
  const questions = await readQuestions(slug);
  const predicted = questions.filter(({ kind }) => kind === "predict");
  const sections = sectionsOf(text, []);
  const placed = placedQuestions(text);
  const where = `Lesson ${at + 1}: ${title}`;
  const page = `/lessons/${slug}`;
  const parts = partsOf(text, new Set(predicted.map(({ id }) => id)));
  return [
    ...parts.map(({ heading, shown, hidden }): Entry => {
      const section = sections.find((one) => one.title === heading);
      return {
        kind: "lesson",
        title: heading ? plain(heading) : title,
        where: heading ? where : `Lesson ${at + 1}`,
        href: section ? `${page}#${section.id}` : page,
        text: plain(shown.join("\n\n")),
        also: plain(hidden.join("\n\n")),
      };
    }),
    ...questions.map((question): Entry => {
      const place = placed.includes(question.id) ? question.id : null;
      return {
        kind: "question",
        title: plain(present(question, 0).asks),
        where,
        // The others are asked a few at a time.
        href: `${page}#${place ? `question-${place}` : "questions-of-this-lesson"}`,
        text: "",
        also: "",
      };
    }),
  ];
}

const labEntries = (): Entry[] =>
  Object.values(labs).map(({ id, title, question, first }: Lab) => ({
    kind: "lab",
    title,
    where: "Lab",
    href: `/labs/${id}`,
    text: `${question} ${first}`,
    also: "",
  }));

const clinicEntries = (): Entry[] => [
  {
    kind: "lab",
    title: "The clinic",
    where: "Twelve sick runs",
    href: "/clinic",
    text: "Runs that went wrong, to diagnose from their curves and maps and to cure.",
    also: "debugging, troubleshooting, diagnosis",
  },
  ...cases.map(
    ({ id, title, complaint }): Entry => ({
      kind: "lab",
      title,
      where: "The clinic",
      href: `/clinic/${id}`,
      text: complaint,
      // What is wrong with it is the reader’s to find.
      also: "",
    }),
  ),
];

/** Every entry of the course, terms first. */
export async function readEntries(): Promise<Entry[]> {
  const lessons = await readCourse();
  const ofTerms = terms.map(
    ({ term, forms, also, means }): Entry => ({
      kind: "term",
      title: term,
      where: also.length > 0 ? `Elsewhere: ${also.join(", ")}` : "Glossary",
      href: `/glossary#${termId(term)}`,
      text: means,
      also: [...forms, ...also].join(", "),
    }),
  );
  const ofLessons = await Promise.all(
    lessons.map(({ slug, title }, at) => lessonEntries(slug, title, at)),
  );
  return [...ofTerms, ...labEntries(), ...clinicEntries(), ...ofLessons.flat()];
}
