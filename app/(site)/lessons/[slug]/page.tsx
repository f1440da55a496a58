import "katex/dist/katex.min.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { lessonComponents } from "@/components/lesson/lesson-components";
import { LessonPage } from "@/components/lesson/lesson-page";
import { course, isSlug } from "@/content/course";
import { readCourse, readLesson } from "@/content/lesson/lesson";
import { readQuestions } from "@/content/quiz/lesson-questions";

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
  const at = course.indexOf(slug) + 1;
  const next = (await readCourse())[at];
  return (
    <LessonPage {...{ slug, title, question, next }} place={{ at, of: course.length }}>
      <Content components={lessonComponents(questions, cited, placed)} />
    </LessonPage>
  );
}
