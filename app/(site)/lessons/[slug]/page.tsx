import "katex/dist/katex.min.css";
import "@/components/lesson/formulas.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LeadFigure } from "@/components/lesson/lead-figure";
import { lessonComponents } from "@/components/lesson/lesson-components";
import { LessonPage } from "@/components/lesson/lesson-page";
import { TermNote } from "@/components/lesson/term-note";
import { course, isSlug } from "@/content/course";
import { lessonText, readCourse, readLesson } from "@/content/lesson/lesson";
import { sectionsOf } from "@/content/lesson/sections";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { askedWords } from "@/content/quiz/second-wording";
import { claimNamed } from "@/labs/catalog/labs";

type Props = { params: Promise<{ slug: string }> };

export const dynamicParams = false;

export const generateStaticParams = () => course.map((slug) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  if (!isSlug(slug)) return {};
  const { title, summary } = await readLesson(slug);
  return { title, description: summary };
}

export default async function LessonRoute({ params }: Props) {
  const { slug } = await params;
  if (!isSlug(slug)) notFound();
  const { title, question, cited, placed, Content } = await readLesson(slug);
  const questions = await readQuestions(slug);
  const sections = sectionsOf(await lessonText(slug), questions);
  const claims = sections.flatMap(({ claims, predicted }) => [...claims, ...predicted]);
  const at = course.indexOf(slug);
  const lessons = (await readCourse()).map(({ slug, title }) => ({ slug, title }));
  const next = lessons[at + 1];
  return (
    <>
      <LessonPage
        {...{ slug, title, question, sections }}
        place={{ at: at + 1, of: course.length }}
        asked={questions.map(askedWords)}
        says={Object.fromEntries(
          claims.map((claim) => [claim, claimNamed(claim)?.says ?? claim]),
        )}
        previous={lessons[at - 1]}
        next={next}
        lead={<LeadFigure slug={slug} />}
      >
        <Content
          components={lessonComponents(questions, cited, placed, {
            sections: Object.fromEntries(sections.map(({ id, title }) => [id, title])),
            wayOn: next
              ? { href: `/lessons/${next.slug}`, label: `Next lesson: ${next.title}` }
              : { href: "/progress", label: "See your progress" },
          })}
        />
      </LessonPage>
      <TermNote />
    </>
  );
}
