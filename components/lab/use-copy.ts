"use client";
import { useState } from "react";

/**
 * Copies text for the reader to paste; `told` says how that went, `refused` if it did
 * not.
 */
export function useCopy(refused: string) {
  const [told, setTold] = useState("");
  async function copy(text: string, done: string) {
    try {
      await navigator.clipboard.writeText(text);
      setTold(done);
    } catch {
      setTold(refused);
    }
  }
  return { copy, told };
}
