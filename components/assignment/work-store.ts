"use client";
// What the reader has done for assignments, the latest first.
import { createBrowserStore } from "@/components/site/browser-store";
import { type KeptWork, parseWork, renewed, workLimits } from "./kept-work";

const store = createBrowserStore<readonly KeptWork[]>({
  key: "next-pass-work",
  none: [],
  parse: parseWork,
  format: JSON.stringify,
});

export const { useIsKept } = store;

/** What was done for the assignment with this link; null where nothing was. */
export const useWork = (link: string): KeptWork | null =>
  store.useValue().find((work) => work.link === link) ?? null;

/** The name that was given last in this browser; "" where none was. */
export const useLatestName = (): string => store.useValue()[0]?.name ?? "";

export const keepWork = (work: Omit<KeptWork, "receipt">) =>
  store.change((list) => renewed(list, work));

/** Keeps the receipt made last for an assignment; one too long is not kept. */
export const keepReceipt = (link: string, packed: string) =>
  store.change((list) =>
    list.map((work) =>
      work.link === link
        ? { ...work, receipt: packed.length <= workLimits.receipt ? packed : null }
        : work,
    ),
  );
