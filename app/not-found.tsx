import Link from "next/link";
import { MissingPage } from "@/components/lab/embedded-lab";
import { Page } from "@/components/site/page-parts";
import { Site } from "@/components/site/site";

export default function NotFound() {
  return (
    <MissingPage>
      <Site>
        <Page
          title="There is no such page"
          lead={
            <>
              The address may have a typing error. The{" "}
              <Link href="/#lessons">lessons</Link> and the <Link href="/labs">labs</Link>{" "}
              are still here.
            </>
          }
        />
      </Site>
    </MissingPage>
  );
}
