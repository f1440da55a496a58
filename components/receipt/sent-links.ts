"use client";
// The links that an instructor took from /assign in this browser, the latest first: what
// comes back is judged by them on /receipt.
import { createBrowserStore } from "@/components/kit/browser-store";
import { longestLink } from "@/labs/run/link";

/** So many are remembered: the latest. */
const mostSent = 50;

/** One link a line. */
function linksIn(text: string): readonly string[] {
  const isLink = (line: string) =>
    line.startsWith("/labs/") && line.length <= 2 * longestLink;
  return text.split("\n").filter(isLink).slice(0, mostSent);
}

const store = createBrowserStore<readonly string[]>({
  key: "next-pass-sent-links",
  none: [],
  parse: linksIn,
  format: (links) => links.join("\n"),
});

/** The links of assignments as paths of the site, the latest first. */
export const useSentLinks = store.useValue;

/** The same, in a browser alone. */
export const sentNow = store.valueNow;

/** Takes a link off the list. */
export const forgetSent = (link: string) =>
  store.change((links) => links.filter((one) => one !== link));

/** Remembers a link that was copied, shown as a code or added to a class. */
export const keepSent = (link: string) =>
  store.change((links) =>
    [link, ...links.filter((one) => one !== link)].slice(0, mostSent),
  );
