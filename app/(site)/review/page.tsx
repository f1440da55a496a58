import type { Metadata } from "next";
import { ReviewDesk } from "@/components/review/review-desk";
import styles from "@/components/site/site.module.css";

export const metadata: Metadata = {
  title: "Review",
  description: "A handful of questions a day: those that you are about to forget.",
};

export default function ReviewPage() {
  return (
    <div className={styles.column}>
      <h1>Review</h1>
      <p className={styles.lead}>
        A few questions a day, each just before you would forget its answer.
      </p>
      <ReviewDesk />
    </div>
  );
}
