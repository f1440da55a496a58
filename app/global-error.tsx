"use client";
import { FailedPage } from "@/components/site/failed-page";

/** What failed around all pages: it has no page around it, and no styles of theirs. */
export default function FailedSite({ reset }: { reset(): void }) {
  return (
    <html lang="en">
      <body>
        <FailedPage onRetry={reset} />
      </body>
    </html>
  );
}
