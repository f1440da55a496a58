import { Lab } from "@/components/lab/lab";
import { LessonList } from "@/components/site/lesson-list";
import styles from "@/components/site/site.module.css";
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
      <div className={styles.hero}>
        <h1>Do not believe a word. Train it.</h1>
        <p className={styles.lead}>
          A short course on machine learning, deep learning, loss functions, and the
          machines that networks run on. Wherever a lesson says what a network will do,
          you predict it, train that very network in the page, and watch the loss fall
          pass by pass.
        </p>
      </div>
      <section className={styles.column} id="lessons" aria-labelledby="lessons-title">
        <h2 id="lessons-title">Six lessons</h2>
        <LessonList lessons={lessons} />
      </section>
      <section className={styles.wide} aria-labelledby="try-title">
        <h2 id="try-title">Try one claim now</h2>
        <Lab id="network" claim="four-neurons" />
      </section>
    </>
  );
}
