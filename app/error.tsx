"use client";
import { FailedPage } from "@/components/site/failed-page";

/** What failed beside the pages of the site: their frame, or an embedded lab's page. */
export default function FailedPart({ reset }: { reset(): void }) {
  return (
    <main>
      <FailedPage onRetry={reset} />
    </main>
  );
}
