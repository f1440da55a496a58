import type { Metadata } from "next";
import Link from "next/link";
import { DataFlowFigure } from "@/components/about/data-flow-figure";
import { DataFlowTables } from "@/components/about/data-flow-tables";
import { Page } from "@/components/site/page-parts";
import { hasServer } from "@/content/site-path";

export const metadata: Metadata = {
  title: "What is kept",
  description:
    "What this site keeps and where, until when, who sees it, and how it is deleted.",
};

export default function PrivacyPage() {
  return (
    <Page
      title="What is kept"
      lead={
        <>
          Lessons, labs and receipts keep nothing outside your browser. Only a class does,
          and only this.
        </>
      }
    >
      {!hasServer && (
        <p>
          This copy of the site has no server of its own and so no classes: on it, all is
          kept in your browser, and whoever serves its files may log requests.
        </p>
      )}
      <DataFlowFigure />
      <DataFlowTables />
      <h2 id="who">Who sees a class</h2>
      <p>
        The teacher, which is whoever has the private link, sees all of the class, and so
        do the co-teachers whom the teacher gave links of their own. A learner sees what
        they handed in themself and what a teacher says of it. Whoever runs this site can
        read its database. Nobody else sees anything of it, but for what a learning
        platform is told of a class that came from it.
      </p>
      <h2 id="deleting">To have something deleted</h2>
      <p>
        What is in your browser you delete yourself, as the table says. For the rest ask
        the teacher of the class, or whoever runs this site.
      </p>
      <p>
        <Link href="/class/join">Your classes</Link> ·{" "}
        <Link href="/class">Open a class</Link>
      </p>
    </Page>
  );
}
