import { Lab } from "@/components/lab/lab";
import { LessonList } from "@/components/site/lesson-list";
import { Hero, PageSection } from "@/components/site/page-parts";
import { readCourse } from "@/content/lesson/lesson";
import { readAllQuestions } from "@/content/quiz/lesson-questions";

export default async function HomePage() {
  const quizzes = await readAllQuestions();
  const lessons = (await readCourse()).map((lesson, index) => ({
    ...lesson,
    questions: (quizzes[index]?.questions ?? []).map(({ id }) => id),
  }));
  return (
    <>
      <Hero
        title="Do not believe a word. Train it."
        lead={
          <>
            A short course on machine learning, deep learning, loss functions, and the
            machines that networks run on. Wherever a lesson says what a network will do,
            you predict it, train that very network in the page, and watch the loss fall
            pass by pass.
          </>
        }
      />
      <PageSection id="lessons" title="Six lessons">
        <LessonList lessons={lessons} />
      </PageSection>
      <PageSection id="try" title="Try one claim now" tight>
        <Lab id="network" claim="four-neurons" />
      </PageSection>
    </>
  );
}
