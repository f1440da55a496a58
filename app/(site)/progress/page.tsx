import type { Metadata } from "next";
import { ProgressBoard } from "@/components/progress/progress-board";
import styles from "@/components/site/site.module.css";
import { readAskedLessons } from "@/content/lesson/lesson";

export const metadata: Metadata = {
  title: "Progress",
  description: "What you have answered, lesson by lesson, kept in this browser alone.",
};

export default async function ProgressPage() {
  const lessons = await readAskedLessons();
  return (
    <div className={styles.column}>
      <h1>Progress</h1>
      <p className={styles.lead}>
        Your answers are kept in this browser and nowhere else. Take them along as a file.
      </p>
      <ProgressBoard lessons={lessons} />
    </div>
  );
}
