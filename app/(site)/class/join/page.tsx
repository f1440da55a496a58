import type { Metadata } from "next";
import { JoinPage } from "@/components/class/learner/join-page";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "Join a class",
  description: "Join a class with its code, and hand in what it asks for.",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default function LearnerPage() {
  return (
    <Page
      title="Your classes"
      without="To join a class and to hand in, the page needs JavaScript."
      lead={
        <>
          A class collects receipts and answers for its teacher. You need its code and a
          name, or a code of your own; no account.
        </>
      }
    >
      <JoinPage />
    </Page>
  );
}
