"use client";
import { useEffect, useState } from "react";

/** A text once it has stayed the same for a while: what is announced must not chatter. */
export function useDebounced(text: string, milliseconds = 800): string {
  const [debounced, setDebounced] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return debounced;
}
