import "katex/dist/katex.min.css";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import styles from "@/components/lesson/lesson.module.css";
import { lessonComponents } from "@/components/lesson/lesson-components";
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

export default async function LessonPage({ params }: Props) {
  const { slug } = await params;
  if (!isSlug(slug)) notFound();
  const { title, question, cited, placed, Content } = await readLesson(slug);
  const questions = await readQuestions(slug);
  const lessons = await readCourse();
  const position = course.indexOf(slug);
  const next = lessons[position + 1];
  return (
    <article className={styles.lesson} data-lesson={slug}>
      <header>
        <p className={styles.number}>
          Lesson {position + 1} of {course.length}
        </p>
        <h1>{title}</h1>
        <p className={styles.question}>{question}</p>
      </header>
      <Content components={lessonComponents(questions, cited, placed)} />
      <nav className={styles.next} aria-label="Next">
        {next ? (
          <Link href={`/lessons/${next.slug}`}>
            <span>Next lesson</span> {next.title}
          </Link>
        ) : (
          <Link href="/progress" prefetch={false}>
            <span>The last lesson</span> See what you have answered
          </Link>
        )}
        <Link href="/review" prefetch={false}>
          <span>Once a day</span> Review what you have answered
        </Link>
      </nav>
    </article>
  );
}
