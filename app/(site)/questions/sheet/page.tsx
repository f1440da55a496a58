import type { Metadata } from "next";
import { Sheet } from "@/components/questions/sheet";
import { Page } from "@/components/site/page-parts";
import { course } from "@/content/course";
import { readCourse } from "@/content/lesson/lesson";

export const metadata: Metadata = {
  title: "Questions on paper",
  description: "A lesson’s questions to print, with their key on a page of its own.",
};

export default async function SheetPage() {
  const heads = await readCourse();
  const titles = Object.fromEntries(
    course.map((slug, at) => [slug, heads[at]?.title ?? slug]),
  );
  return (
    <Page
      title="Questions on paper"
      without="A sheet is made by JavaScript. The lessons hold the questions, too."
      lead={
        <>
          The questions of a lesson, or of the whole course, with lines to write on and
          their key. Which, and with which numbers, is chosen under “All questions”.
        </>
      }
    >
      <Sheet titles={titles} />
    </Page>
  );
}
