import Link from "next/link";
import type { ReactNode } from "react";
import { Page } from "@/components/site/page-parts";
import { hasServer, noServer } from "@/content/site-path";

/** The pages of classes; where the site has no server, what to do instead. */
export default function ClassLayout({ children }: { children: ReactNode }) {
  if (hasServer) return children;
  return (
    <Page title="No classes here" lead={noServer}>
      <p>
        Do you teach? <Link href="/assign">Assign a lab</Link> and send its link; learners
        send you receipts, and <Link href="/receipt">Check receipts</Link> judges them.
      </p>
      <p>
        Do you learn in a class? Open the link that your teacher gave you: your class is
        on another copy of this site.
      </p>
    </Page>
  );
}
