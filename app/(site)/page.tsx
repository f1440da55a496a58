import type { Metadata } from "next";
import { Hero } from "@/components/home/hero";
import { LabCards } from "@/components/home/lab-cards";
import { LessonCards, type OfferedLesson } from "@/components/home/lesson-cards";
import { lessonText, readCourse } from "@/content/lesson/lesson";
import { minutesOf } from "@/content/lesson/lesson-minutes";
import { sectionsOf } from "@/content/lesson/sections";
import { readQuestions } from "@/content/quiz/lesson-questions";

export const metadata: Metadata = {
  openGraph: {
    type: "website",
    siteName: "Next Pass",
    title: "Do not believe a word. Train it.",
    description:
      "A course on machine learning in which every claim is a network that you train in the page.",
  },
};

async function readOffered(): Promise<OfferedLesson[]> {
  const course = await readCourse();
  return Promise.all(
    course.map(async ({ slug, title, summary }) => {
      const text = await lessonText(slug);
      const questions = await readQuestions(slug);
      const minutes = minutesOf(text, questions.length);
      return { slug, title, summary, minutes, sections: sectionsOf(text, questions) };
    }),
  );
}

export default async function HomePage() {
  const lessons = await readOffered();
  return (
    <>
      <Hero lessons={lessons} />
      <LessonCards lessons={lessons} />
      <LabCards />
    </>
  );
}
