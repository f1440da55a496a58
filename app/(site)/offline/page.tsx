import type { Metadata } from "next";
import { OfflineDesk, StandsIn } from "@/components/offline/offline-desk";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "Without a network",
  description: "Keep the course in your browser, and read, train and answer offline.",
};

/** Also stands in for a page that is neither kept nor to be had. */
export default function OfflinePage() {
  return (
    <Page
      title="Without a network"
      without="Without JavaScript nothing is kept."
      lead={
        <>
          What you have opened works without a connection. The whole course does once your
          browser keeps it.
        </>
      }
    >
      <StandsIn />
      <OfflineDesk />
      <h2>What needs a connection</h2>
      <p>
        Only classes do: opening one, joining it, its board. What you hand in without a
        connection waits in this browser and goes in, once, when the connection is back.
      </p>
    </Page>
  );
}
