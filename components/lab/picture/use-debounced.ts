"use client";
import { useEffect, useState } from "react";

/** A text once it has stayed the same for a while: what is announced must not chatter. */
export function useSettled(text: string, milliseconds = 800): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
}
