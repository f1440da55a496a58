"use client";
import { type ComponentType, useState } from "react";
import { useWhenIdle } from "@/components/kit/use-when-idle";

/** The notices on the network, which are loaded once the page has nothing else to do. */
export function LateNotice() {
  const [Notice, setNotice] = useState<ComponentType | null>(null);
  useWhenIdle(() => {
    // Where the network is gone already, the page does without.
    import("./offline-notice").then(
      ({ OfflineNotice }) => setNotice(() => OfflineNotice),
      () => {},
    );
  });
  return Notice && <Notice />;
}
