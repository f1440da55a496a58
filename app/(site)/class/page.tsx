import type { Metadata } from "next";
import { ClassPage } from "@/components/class/teacher/class-page";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "Classes",
  description: "Open a class, and see what your learners hand in.",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default function TeacherPage() {
  return (
    <Page>
      <ClassPage />
    </Page>
  );
}
