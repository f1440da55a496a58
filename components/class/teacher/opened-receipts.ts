"use client";
// The receipts of a class, opened: each is fetched once, since none ever changes.
import { useEffect, useState } from "react";
import { readReceipt } from "@/content/class/class-api";
import { type Opened, openReceipt } from "@/labs/receipt/packed";

/** A receipt, or why it cannot be had, in a sentence. */
export type OpenedReceipt = Opened | { problem: string };

/** How many are kept at once: the latest asked for. */
const mostKept = 64;

const kept = new Map<string, Promise<OpenedReceipt>>();

async function fetchReceipt(classId: string, id: string): Promise<OpenedReceipt> {
  const answer = await readReceipt(classId, id);
  return answer.ok ? openReceipt(answer.value.packed) : { problem: answer.problem };
}

/** Asks again for a receipt that could not be had. */
function openedReceipt(classId: string, id: string): Promise<OpenedReceipt> {
  const known = kept.get(id);
  if (known) return known;
  const coming = fetchReceipt(classId, id);
  kept.set(id, coming);
  void coming.then((found) => {
    if ("problem" in found) kept.delete(id);
  });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return coming;
}

/** The receipts with these ids, by id, each as soon as it came. */
export function useOpenedReceipts(
  classId: string,
  ids: readonly string[],
): ReadonlyMap<string, OpenedReceipt> {
  const [opened, setOpened] = useState<ReadonlyMap<string, OpenedReceipt>>(new Map());
  const asked = ids.join(" ");
  useEffect(() => {
    let left = false;
    const wanted = asked === "" ? [] : asked.split(" ");
    for (const id of wanted) {
      void openedReceipt(classId, id).then((found) => {
        if (!left) setOpened((before) => new Map(before).set(id, found));
      });
    }
    return () => {
      left = true;
    };
  }, [classId, asked]);
  return opened;
}
