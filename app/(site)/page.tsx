import { Hero } from "@/components/home/hero";
import { LabCards } from "@/components/home/lab-cards";
import { LessonCards, type OfferedLesson } from "@/components/home/lesson-cards";
import { PageSection } from "@/components/site/page-parts";
import { lessonText, readCourse } from "@/content/lesson/lesson";
import { minutesOf } from "@/content/lesson/lesson-minutes";
import { sectionsOf } from "@/content/lesson/sections";
import { readQuestions } from "@/content/quiz/lesson-questions";

async function readOffered(): Promise<OfferedLesson[]> {
  const course = await readCourse();
  return Promise.all(
    course.map(async ({ slug, title, summary }) => {
      const text = await lessonText(slug);
      const questions = (await readQuestions(slug)).map(({ id }) => id);
      const minutes = minutesOf(text, questions);
      return { slug, title, summary, minutes, sections: sectionsOf(text, questions) };
    }),
  );
}

export default async function HomePage() {
  const lessons = await readOffered();
  return (
    <>
      <Hero lessons={lessons} />
      <PageSection id="lessons" title="Six lessons" tight>
        <LessonCards lessons={lessons} />
      </PageSection>
      <PageSection id="labs" title="Nine labs" tight>
        <LabCards />
      </PageSection>
    </>
  );
}
