"use client";
import { FailedPage } from "@/components/site/failed-page";

/** A page of the site that failed, under the site's header. */
export default function FailedSitePage({ reset }: { reset(): void }) {
  return <FailedPage onRetry={reset} />;
}
