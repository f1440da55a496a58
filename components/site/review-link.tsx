"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy, Suspense } from "react";
import { useBrowserValue } from "@/components/kit/use-hydrated";
import styles from "./site-header.module.css";

const DueCount = lazy(async () => {
  const { DueCount } = await import("../review/due-count");
  return { default: DueCount };
});

function hasAnswers(): boolean {
  try {
    return localStorage.getItem("next-pass-answers") !== null;
  } catch {
    return false;
  }
}

/** The way to the review; what counts the questions due is loaded once there are answers. */
export function ReviewLink() {
  // Another page of the site looks again.
  usePathname();
  const counts = useBrowserValue(hasAnswers, false);
  return (
    <Link href="/review" prefetch={false} className={styles.review}>
      Review
      {counts && (
        <Suspense>
          <DueCount className={styles.due} />
        </Suspense>
      )}
    </Link>
  );
}
