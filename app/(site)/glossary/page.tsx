import type { Metadata } from "next";
import { Glossary } from "@/components/site/glossary";
import { Page } from "@/components/site/page-parts";
import { readCourse } from "@/content/lesson/lesson";

export const metadata: Metadata = {
  title: "Glossary",
  description:
    "Every term of the course in a sentence or two, with the names that other books have for it.",
};

export default async function GlossaryRoute() {
  const lessons = (await readCourse()).map(({ slug, title }) => ({ slug, title }));
  return (
    <Page
      title="Glossary"
      lead="Every term of the course, what else it is called, and where it was introduced."
    >
      <Glossary lessons={lessons} />
    </Page>
  );
}
