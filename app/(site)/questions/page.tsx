import type { Metadata } from "next";
import Link from "next/link";
import { FormatNotes } from "@/components/questions/format-notes";
import { GiftImport } from "@/components/questions/gift-import";
import {
  QuestionDesk,
  type Shelf,
  type ShelfLesson,
} from "@/components/questions/question-desk";
import { Page } from "@/components/site/page-parts";
import { fatedKinds } from "@/content/exchange/fates";
import { lessonsWith, readCourse } from "@/content/lesson/lesson";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { kinds, type Question } from "@/content/quiz/question";
import { labs } from "@/labs/catalog/labs";

export const metadata: Metadata = {
  title: "Questions to take along",
  description:
    "The course’s questions for Moodle, Canvas or paper, and yours brought in.",
};

/** How many there are of each kind, as in “number 3, match pairs 1”. */
function kindsText(questions: readonly Question[]): string {
  const counted = Object.entries(kinds).map(([kind, { name }]) => {
    return { name, count: questions.filter((one) => one.kind === kind).length };
  });
  const some = counted.filter(({ count }) => count > 0);
  return some.map(({ name, count }) => `${name} ${count}`).join(", ");
}

async function readShelves(): Promise<Shelf[]> {
  const heads = await readCourse();
  const lessons = await readAllQuestions();
  const shelf = (slug: string | null, title: string, of: typeof lessons) => {
    const questions = of.flatMap((lesson) => lesson.questions);
    return { slug, title, count: questions.length, kinds: kindsText(questions) };
  };
  return [
    shelf(null, "The whole course", lessons),
    ...lessons.map((lesson, at) =>
      shelf(lesson.slug, heads[at]?.title ?? lesson.slug, [lesson]),
    ),
  ];
}

/** Every lesson, with the labs that stand in it. */
async function readLessons(): Promise<ShelfLesson[]> {
  const heads = await readCourse();
  const uses = await Promise.all(
    Object.values(labs).map(async ({ id, title }) => {
      const lessons = await lessonsWith(id);
      return { lab: { id, title }, slugs: lessons.map(({ slug }) => slug) };
    }),
  );
  return heads.map(({ slug, title }) => ({
    ...{ slug, title },
    labs: uses.filter(({ slugs }) => slugs.includes(slug)).map(({ lab }) => lab),
  }));
}

export default async function QuestionsPage() {
  return (
    <Page
      title="Questions to take along"
      without="The files are made by JavaScript. The lessons hold the questions, too."
      lead={
        <>
          Every question of the course, with its key and its explanations, for your own
          system or for paper. And yours, brought in.
        </>
      }
    >
      <section aria-labelledby="out">
        <h2 id="out">Take them along</h2>
        <FormatNotes kinds={fatedKinds(["gift", "qti", "canvas", "cartridge"])} />
        <QuestionDesk shelves={await readShelves()} lessons={await readLessons()} />
      </section>
      <section aria-labelledby="measured">
        <h2 id="measured">See how they do</h2>
        <p>
          A class that is measured tells which of them are too hard, too easy or
          misleading: <Link href="/questions/measured">Questions to rewrite first</Link>.
        </p>
      </section>
      <section aria-labelledby="in">
        <h2 id="in">Bring yours in</h2>
        <p>
          Paste GIFT, as Moodle exports it, and take it as the YAML of this site. Nothing
          leaves your browser.
        </p>
        <GiftImport />
      </section>
    </Page>
  );
}
