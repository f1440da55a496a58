"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import styles from "./site.module.css";

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
  const path = usePathname();
  const [counts, setCounts] = useState(false);
  useEffect(() => setCounts(hasAnswers()), [path]);
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
