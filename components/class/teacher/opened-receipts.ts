"use client";
// Receipts of a class, fetched once and opened: they never change.
import { useEffect, useState } from "react";
import { readReceipt } from "@/content/class/class-api";
import { type Opened, openReceipt } from "@/labs/receipt/opened";

/** How many are kept at once: the latest asked for. */
const most = 64;

const kept = new Map<string, Promise<Opened | { problem: string }>>();

async function fetched(classId: string, id: string) {
  const answer = await readReceipt(classId, id);
  return answer.ok ? openReceipt(answer.value.packed) : { problem: answer.problem };
}

/** The receipt, or why it cannot be had, in a sentence; then it is asked for again. */
function openedReceipt(classId: string, id: string) {
  const there = kept.get(id);
  if (there) return there;
  const coming = fetched(classId, id);
  kept.set(id, coming);
  void coming.then((found) => {
    if ("problem" in found) kept.delete(id);
  });
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return coming;
}

type OpenedById = ReadonlyMap<string, Opened | { problem: string }>;

/** The receipts with these ids, each as soon as it came. */
export function useOpenedReceipts(classId: string, ids: readonly string[]): OpenedById {
  const [opened, setOpened] = useState<OpenedById>(new Map());
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
