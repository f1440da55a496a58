import type { Metadata } from "next";
import { Page } from "@/components/site/page-parts";
import { readAskedLessons } from "@/content/lesson/lesson";
import { TaughtWorkshop } from "./taught-workshop";

export const metadata: Metadata = {
  title: "Assign a lab",
  description: "Arrange a lab, say what is asked, and send it as a link.",
};

export default async function AssignPage() {
  const lessons = await readAskedLessons();
  return (
    <Page
      title="Assign a lab"
      lead={
        <>
          Arrange a lab, say what is asked, and send the link: it is the whole assignment.
          Neither you nor your learners need an account.
        </>
      }
    >
      <TaughtWorkshop lessons={lessons} />
    </Page>
  );
}
