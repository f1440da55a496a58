import type { Metadata } from "next";
import { ReviewDesk } from "@/components/review/review-desk";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "Review",
  description: "A handful of questions a day: those that you are about to forget.",
};

export default function ReviewPage() {
  return (
    <Page
      title="Review"
      without="The review needs JavaScript."
      lead={<>A few questions a day, each just before you would forget its answer.</>}
    >
      <ReviewDesk />
    </Page>
  );
}
