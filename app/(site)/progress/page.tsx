import type { Metadata } from "next";
import { ProgressBoard } from "@/components/progress/progress-board";
import { Page } from "@/components/site/page-parts";
import { curedName, diagnosisId, triedName } from "@/content/clinic/case";
import { cases } from "@/content/clinic/cases";
import { lessonText, readAskedLessons } from "@/content/lesson/lesson";
import { sectionsOf } from "@/content/lesson/sections";
import { readQuestions } from "@/content/quiz/lesson-questions";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";

export const metadata: Metadata = {
  title: "Progress",
  description: "What you have read, seen true and answered, kept in this browser alone.",
};

export default async function ProgressPage() {
  const lessons = await Promise.all(
    (await readAskedLessons()).map(async (lesson) => ({
      ...lesson,
      sections: sectionsOf(
        await lessonText(lesson.slug),
        await readQuestions(lesson.slug),
      ),
    })),
  );
  const claimed = Object.values(labs).map(({ id, title, claims }: Lab) => ({
    ...{ id, title },
    claims: claims.map((claim) => ({
      name: `${id}/${claim.id}`,
      says: claim.says,
      href: `/labs/${id}${claim.link && `?${claim.link}`}`,
    })),
  }));
  const clinic = cases.map(({ id, title }) => ({
    ...{ id, title },
    question: diagnosisId({ id }),
    cured: curedName({ id }),
    tried: triedName({ id }),
  }));
  return (
    <Page
      title="Progress"
      without="Without JavaScript nothing is kept, and nothing is counted here."
      lead={
        <>
          All of this is kept in this browser and nowhere else. Take it along as a file.
        </>
      }
    >
      <ProgressBoard lessons={lessons} labs={claimed} clinic={clinic} />
    </Page>
  );
}
