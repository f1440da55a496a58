"use client";
import { useEffect, useState } from "react";
import type { Opened } from "@/labs/receipt/opened";
import { openedReceipt } from "./opened-receipts";

export type OpenedById = ReadonlyMap<string, Opened | { problem: string }>;

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
