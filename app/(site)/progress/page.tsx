import type { Metadata } from "next";
import { ProgressBoard } from "@/components/progress/progress-board";
import { Page } from "@/components/site/page-parts";
import { readAskedLessons } from "@/content/lesson/lesson";

export const metadata: Metadata = {
  title: "Progress",
  description: "What you have answered, lesson by lesson, kept in this browser alone.",
};

export default async function ProgressPage() {
  const lessons = await readAskedLessons();
  return (
    <Page
      title="Progress"
      lead={
        <>
          Your answers are kept in this browser and nowhere else. Take them along as a
          file.
        </>
      }
    >
      <ProgressBoard lessons={lessons} />
    </Page>
  );
}
