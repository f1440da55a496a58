import type { Metadata } from "next";
import { WallPage } from "@/components/class/vote/wall-page";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "The wall",
  description: "Ask your class a question: vote, argue, vote again, train.",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default function ClassWallPage() {
  return (
    <Page tight>
      <WallPage />
    </Page>
  );
}
