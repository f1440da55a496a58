// Lessons: one MDX file each, and with it the questions that it asks. No other file imports
// mdx-bundler.
import { readFile } from "node:fs/promises";
import path from "node:path";
import rehypeShiki from "@shikijs/rehype";
import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client";
import rehypeSlug from "rehype-slug";
import remarkMath from "remark-math";
import { parse } from "yaml";
import { course, type Slug } from "@/content/course";
import { isFields } from "@/content/fields";
import type { Idea } from "@/content/ideas";
import { readAllQuestions, readQuestions } from "@/content/quiz/lesson-questions";
import { type AskedWords, askedWords } from "@/content/quiz/second-wording";
import type { SourceName } from "@/content/sources";
import {
  citations,
  citedIn,
  closedTags,
  definitions,
  formulas,
  headingIds,
  percents,
  placedQuestions,
  toldAfterPredictions,
} from "./lesson-syntax";
import { termLinks } from "./term-links";

// One MDX file as a page's content: the only importer of mdx-bundler.

type LessonHead = {
  slug: Slug;
  title: string;
  /** One sentence for the table of contents. */
  summary: string;
  /** The one question that the lesson answers. */
  question: string;
};

/** Reads the YAML between the two lines of dashes that a lesson begins with. */
function readHead(slug: Slug, source: string): LessonHead {
  const head: unknown = parse(/^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? "");
  const text = (key: string) => {
    const value = isFields(head) ? head[key] : undefined;
    if (typeof value !== "string") throw new Error(`${slug}.mdx: "${key}" is missing`);
    return value;
  };
  return {
    slug,
    title: text("title"),
    summary: text("summary"),
    question: text("question"),
  };
}

/**
 * Compiles MDX to a component; `predictions` are the ids of the questions after which the
 * text tells what came of them. As the lesson `slug` it leads from terms to the glossary.
 * Throws where a tag, an attribute, a source or a term is not known.
 */
export async function compileLesson(
  source: string,
  predictions: readonly string[] = [],
  slug?: Slug,
) {
  const { code } = await bundleMDX({
    source,
    // A mistake is thrown with its line; esbuild need not print it a second time.
    esbuildOptions: (options) => ({ ...options, logLevel: "silent" }),
    mdxOptions(options) {
      // The bundler's own plugins take the frontmatter out; ours see the text as written.
      const own = options.remarkPlugins ?? [];
      options.remarkPlugins = [
        ...[closedTags, citations, headingIds, ...(slug ? [termLinks(slug)] : [])],
        ...[definitions, remarkMath, ...own],
        toldAfterPredictions(predictions),
      ];
      options.rehypePlugins = [
        rehypeSlug,
        formulas,
        percents,
        [
          rehypeShiki,
          {
            // Each grammar as a lesson needs it: by itself shiki loads all of them at once.
            langs: [],
            lazy: true,
            themes: {
              light: "github-light-high-contrast",
              dark: "github-dark-high-contrast",
            },
            defaultColor: false,
          },
        ],
      ];
      return options;
    },
  });
  return getMDXComponent(code);
}

/** The text of a lesson's file. */
export function lessonText(slug: Slug): Promise<string> {
  return readFile(path.join(process.cwd(), "content/lessons", `${slug}.mdx`), "utf8");
}

/**
 * A lesson as a component that draws its tags with the `components` it is given. Code is
 * evaluated here, so call it on the server only.
 */
export async function readLesson(slug: Slug) {
  const source = await lessonText(slug);
  const questions = await readQuestions(slug);
  const predictions = questions.filter(({ kind }) => kind === "predict");
  const Content = await compileLesson(
    source,
    predictions.map(({ id }) => id),
    slug,
  );
  const cited: SourceName[] = citedIn(source);
  const placed = placedQuestions(source);
  return { ...readHead(slug, source), Content, cited, placed };
}

/** The heads of all lessons, in the order of the course. */
export async function readCourse(): Promise<LessonHead[]> {
  return Promise.all(course.map(async (slug) => readHead(slug, await lessonText(slug))));
}

/**
 * The lessons in which a lab stands, as itself or as one of its claims, or whose readers
 * predict a run of it: the number of each, from 1, and its title.
 */
export async function lessonsWith(lab: string) {
  const heads = await readCourse();
  const uses = await Promise.all(
    heads.map(async ({ slug }) => {
      const [text, questions] = [await lessonText(slug), await readQuestions(slug)];
      const predicted = questions.some(
        (one) => one.kind === "predict" && one.lab === lab,
      );
      return predicted || text.includes(`<Lab id="${lab}"`);
    }),
  );
  return heads
    .map(({ slug, title }, index) => ({ slug, title, number: index + 1 }))
    .filter((_, index) => uses[index]);
}

/** A lesson with its questions: enough to name one, and nothing of its answer. */
type AskedLesson = {
  slug: Slug;
  title: string;
  questions: readonly (AskedWords & { idea: Idea })[];
};

/** Every lesson in the order of the course. */
export async function readAskedLessons(): Promise<AskedLesson[]> {
  const heads = await readCourse();
  const quizzes = await readAllQuestions();
  return quizzes.map(({ slug, questions }, index) => ({
    slug,
    title: heads[index]?.title ?? slug,
    questions: questions.map((one) => ({ ...askedWords(one), idea: one.idea })),
  }));
}
