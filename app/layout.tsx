import { sitePath } from "@/content/site-path";
import "@/components/kit/fonts.css";
import "@/components/kit/tokens.css";
import "@/components/kit/page.css";
import "@/components/kit/controls.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  title: { default: "Next Pass", template: "%s · Next Pass" },
  description:
    "A course on machine learning in which every claim on a page can be trained by the reader.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f4" },
    { media: "(prefers-color-scheme: dark)", color: "#16171a" },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    // theme.js sets data-theme before the first paint, so the server cannot know it.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src={sitePath("/theme.js")} />
      </head>
      <body>{children}</body>
    </html>
  );
}
