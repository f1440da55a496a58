"use client";
import { useSearchParams } from "next/navigation";
import { lazy, Suspense } from "react";
import { useBrowserValue } from "@/components/kit/use-hydrated";

const NewWindow = lazy(async () => {
  const loaded = await import("./new-window").catch(() => null);
  return { default: loaded?.NewWindow ?? (() => null) };
});

/** The way out of a frame of an LMS, under an assignment; nothing is loaded for other frames. */
export const FramedWay = () => (
  <Suspense>
    <AskedWay />
  </Suspense>
);

function AskedWay() {
  const asks = useSearchParams().has("assignment");
  const framed = useBrowserValue(() => window.parent !== window, false);
  return asks && framed && <NewWindow />;
}
