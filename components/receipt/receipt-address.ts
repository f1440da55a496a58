"use client";
// The fragment of /receipt#…: a packed receipt, or one that a class holds.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { IncomingReceipt } from "./listed-receipt";

export type ClassReceipt = { classId: string; receiptId: string };

type ReceiptAddress =
  | { kind: "none" }
  | { kind: "packed"; packed: string }
  | ({ kind: "class" } & ClassReceipt)
  /** It begins as a class's receipt does, and names none. */
  | { kind: "odd" };

const ofClass = /^class=([A-Za-z0-9_-]{16,40})\/([A-Za-z0-9_-]{16,40})$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads a fragment, with its "#" or without; white space from a mail is left out. */
export function receiptAddress(fragment: string): ReceiptAddress {
  const text = decoded(fragment.replace(/^#/, "")).replace(/\s+/gu, "");
  if (text === "") return { kind: "none" };
  if (!text.startsWith("class=")) return { kind: "packed", packed: text };
  const [, classId, receiptId] = ofClass.exec(text) ?? [];
  return classId && receiptId ? { kind: "class", classId, receiptId } : { kind: "odd" };
}

const onlyFor =
  "A class’s receipts are shown to its teacher and to the learner who handed them in, on a browser where they opened or joined the class.";

const unloaded =
  "This part of the page could not be loaded. Try again once you are online.";

/** Asks the server for one, as the learner or teacher of this browser. Never rejects. */
async function fetchReceipt({
  classId,
  receiptId,
}: ClassReceipt): Promise<IncomingReceipt | { problem: string }> {
  // Loaded late: most who come here have no class.
  const api = await import("@/content/class/class-api").catch(() => null);
  if (!api) return { problem: unloaded };
  const answer = await api.readReceipt(classId, receiptId);
  if (answer.ok) {
    const { packed, learner, name, link } = answer.value;
    return { packed, file: "", handedIn: { learner: { id: learner, name }, link } };
  }
  const refused = answer.status === 401 || answer.status === 403;
  return { problem: refused ? `${answer.problem} ${onlyFor}` : answer.problem };
}

/** Fetches several, one after the other; `leftOut` says why some are missing. */
export async function fetchReceipts(links: readonly ClassReceipt[]) {
  const receipts: IncomingReceipt[] = [];
  const problems = new Map<string, number>();
  for (const link of links) {
    const found = await fetchReceipt(link);
    if (!("problem" in found)) receipts.push(found);
    else problems.set(found.problem, (problems.get(found.problem) ?? 0) + 1);
  }
  const leftOut = [...problems].map(
    ([problem, count]) => `Left out, ${count} from a class: ${problem}`,
  );
  return { receipts, leftOut };
}

export type Fetching =
  | { kind: "idle" }
  | { kind: "fetching" }
  | { kind: "failed"; problem: string };

const odd =
  "This link names no receipt of a class: a part of it may be missing. Open it once more from where you got it.";

/** Hands over the receipt of the page's address, now and whenever the address changes. */
export function useReceiptAddress(onReceipt: (receipt: IncomingReceipt) => void) {
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
      give({ packed: address.packed, file: "", handedIn: null });
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
