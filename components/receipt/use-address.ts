"use client";
// The receipt that the page's address names, now and whenever the address changes.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { fetchReceipt } from "./class-receipt";
import { receiptAddress } from "./receipt-address";
import type { Received } from "./row";

export type Fetching =
  | { kind: "idle" }
  | { kind: "fetching" }
  | { kind: "failed"; problem: string };

const odd =
  "This link names no receipt of a class: a part of it may be missing. Open it once more from where you got it.";

/** Hands over the receipt of the address; the value tells how fetching it goes. */
export function useAddress(onReceipt: (received: Received) => void) {
  const [fetching, setFetching] = useState<Fetching>({ kind: "idle" });
  const give = useEffectEvent(onReceipt);
  // Only what the latest address asks for is taken.
  const asked = useRef(0);

  const read = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const { hash } = window.location;
    // The page has places of its own: the link that skips to the content.
    if (document.getElementById(hash.slice(1))) return;
    const address = receiptAddress(hash);
    setFetching({ kind: "idle" });
    if (address.kind === "packed") {
      give({ packed: address.packed, file: "", handedInBy: null });
    } else if (address.kind === "odd") setFetching({ kind: "failed", problem: odd });
    if (address.kind !== "class") return;
    setFetching({ kind: "fetching" });
    const found = await fetchReceipt(address);
    if (mine !== asked.current) return;
    if ("problem" in found) setFetching({ kind: "failed", ...found });
    else {
      setFetching({ kind: "idle" });
      give(found);
    }
  }, []);

  useEffect(() => {
    void read();
    const changed = () => void read();
    window.addEventListener("hashchange", changed);
    return () => {
      asked.current += 1;
      window.removeEventListener("hashchange", changed);
    };
  }, [read]);

  return { fetching, retry: read };
}
