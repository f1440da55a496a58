import type { ReactNode } from "react";
import { Site } from "@/components/site/site";

/** Every page but the labs that other sites embed. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return <Site>{children}</Site>;
}
