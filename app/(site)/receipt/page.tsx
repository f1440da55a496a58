import type { Metadata } from "next";
import { ReceiptDesk } from "@/components/receipt/receipt-desk";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "Check receipts",
  description:
    "Anyone can check a receipt: data, network and training are done again in this browser.",
};

export default function ReceiptPage() {
  return (
    <Page
      title="Check receipts"
      without="The check is JavaScript, too: without it this page checks nothing."
      lead={
        <>
          A receipt is a learner’s finished run. This page takes nobody’s word for it: it
          draws the data anew, evaluates the weights, and trains the network once more.
          Everything stays in this browser.
        </>
      }
    >
      <ReceiptDesk />
    </Page>
  );
}
