import type { Metadata } from "next";
import { PhonePage } from "@/components/class/vote/phone-page";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "Vote",
  description: "Vote on what your class is asked.",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default function VotePage() {
  return (
    <Page tight>
      <PhonePage />
    </Page>
  );
}
