import type { Metadata } from "next";
import { Arrival } from "@/components/lti/arrival";
import { NoLms } from "@/components/lti/no-lms";
import { Page } from "@/components/site/page-parts";
import { hasServer } from "@/content/site-path";

export const metadata: Metadata = {
  title: "Next Pass opens",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

/** Where an LMS sends who follows a link of a course, in its frame or in a window. */
export default function ArrivalPage() {
  return (
    <main>
      <Page title="Next Pass">{hasServer ? <Arrival /> : <NoLms />}</Page>
    </main>
  );
}
