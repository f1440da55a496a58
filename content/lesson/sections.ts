// The parts of a lesson: what a reader goes through, and what there is to do in each.
import GithubSlugger from "github-slugger";
import type { Question } from "@/content/quiz/question";
import { headingOf, placedQuestions } from "./lesson-syntax";

/** One part of a lesson, under a heading of its own. */
export type LessonSection = {
  /** Of its heading on the page. */
  id: string;
  title: string;
  /** The ids of the questions that it asks, in their order. */
  questions: readonly string[];
  /** The claims that it lets the reader train, each as `lab/claim`. */
  claims: readonly string[];
  /** Those that its predictions train. */
  predicted: readonly string[];
};

/** A heading, a lab, questions or the recap, wherever they begin a line. */
const mark =
  /^(?:## (?<heading>.+)|<Lab id="(?<lab>[^"]*)"(?: claim="(?<claim>[^"]*)")? \/>|<Quiz(?: questions="(?<ids>[^"]*)")? \/>|<(?<recap>Recap)>)$/gm;

type Draft = { id: string; title: string; questions: string[]; claims: string[] };

/**
 * The sections of a lesson's text, the recap and the questions at its end among them. Of all
 * questions beside the lesson, these ask what no section asks.
 */
export function sectionsOf(text: string, all: readonly Question[]): LessonSection[] {
  const slugger = new GithubSlugger();
  const placed = placedQuestions(text);
  const pool = all.flatMap(({ id }) => (placed.includes(id) ? [] : [id]));
  const sections: Draft[] = [];
  const begin = (id: string, title: string, questions: readonly string[] = []) =>
    sections.push({ id, title, questions: [...questions], claims: [] });
  for (const { groups = {} } of text.replaceAll(/```[\s\S]*?```/g, "").matchAll(mark)) {
    const { heading, lab, claim, ids, recap } = groups;
    const section = sections.at(-1);
    const { title, id } = headingOf(heading ?? "");
    if (heading) begin(id ?? slugger.slug(title), title);
    else if (recap) begin("recap", "Recap");
    else if (!lab && !ids) begin("questions-of-this-lesson", "Questions", pool);
    else if (ids) section?.questions.push(...ids.split(/\s+/).filter(Boolean));
    else if (claim) section?.claims.push(`${lab}/${claim}`);
  }
  return sections.map((section) => ({
    ...section,
    predicted: all.flatMap((question) =>
      question.kind === "predict" && section.questions.includes(question.id)
        ? [`${question.lab}/${question.claim}`]
        : [],
    ),
  }));
}
