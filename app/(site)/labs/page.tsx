import type { Metadata } from "next";
import { Contents, Page } from "@/components/site/page-parts";
import { labs } from "@/labs/catalog/labs";
import { datasets } from "@/labs/data/datasets";

export const metadata: Metadata = {
  title: "Labs",
  description: "Every lab of the course, to open full width.",
};

export default function LabsPage() {
  return (
    <Page
      title="Labs"
      lead={
        <>
          Each lab is a question and a network to answer it with. It trains in this page,
          and its address holds every setting: send it, and somebody else gets your very
          run.
        </>
      }
    >
      <Contents
        entries={Object.values(labs).map(({ id, title, question, claims, start }) => {
          const data =
            start.data === "own"
              ? `${start.own.length} points`
              : datasets[start.data].label;
          const note = `${data} · ${claims.length} claims to train`;
          return { href: `/labs/${id}`, title, text: question, note };
        })}
      />
    </Page>
  );
}
