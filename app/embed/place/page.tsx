import type { Metadata } from "next";
import { NoLms } from "@/components/lti/no-lms";
import { PlaceDesk } from "@/components/lti/place-desk";
import { Page } from "@/components/site/page-parts";
import { readAskedLessons } from "@/content/lesson/lesson";
import { hasServer } from "@/content/site-path";

export const metadata: Metadata = {
  title: "Place in your course",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

/** Where an LMS sends an instructor who adds something of this site to a course. */
export default async function PlacePage() {
  const lessons = await readAskedLessons();
  return (
    <main>
      <Page
        title="Place in your course"
        lead="Arrange an assignment, or choose a lesson: one press places it in your course, with its title, due date and points."
      >
        {hasServer ? <PlaceDesk lessons={lessons} /> : <NoLms />}
      </Page>
    </main>
  );
}
