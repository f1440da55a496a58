import { Failure } from "@/components/kit/boundary";
import { Page } from "./page-parts";

/** Stands in the place of a page that failed; `onRetry` draws it anew. */
export const FailedPage = ({ onRetry }: { onRetry(): void }) => (
  <Page title="This page met an error">
    <Failure
      problem="Nothing that was kept is lost: neither the address nor the answers and work in this browser."
      onRetry={onRetry}
    />
  </Page>
);
