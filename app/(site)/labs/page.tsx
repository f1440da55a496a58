import type { Metadata } from "next";
import Link from "next/link";
import { LabCards } from "@/components/home/lab-cards";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "Labs",
  description: "Every lab of the course, to open full width.",
};

export default function LabsPage() {
  return (
    <>
      <Page
        title="Labs"
        lead={
          <>
            Each lab is a question and a network to answer it with. It trains in this
            page, and its address holds every setting: send it, and somebody else gets
            your very run. Runs that went wrong wait in{" "}
            <Link href="/clinic" prefetch={false}>
              the clinic
            </Link>
            .
          </>
        }
      />
      <LabCards />
    </>
  );
}
