import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "What a class keeps",
  description: "Where what is kept of a class is told now.",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

/** The address that earlier versions gave to teachers and learners. */
export default function ClassPrivacyPage() {
  return (
    <Page title="What a class keeps">
      <p>
        This is told with all the rest now:{" "}
        <Link href="/about/privacy#class">What is kept</Link>.
      </p>
    </Page>
  );
}
