"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { droppedFiles } from "./dropped-files";

/**
 * Takes files and texts dropped anywhere on the page: beside a box, a browser would open
 * the file and leave the page. Tells whether something is held over it.
 */
export function useDrop(
  onFiles: (files: readonly File[]) => void,
  onText: (text: string) => void,
): boolean {
  const [over, setOver] = useState(false);

  const take = useEffectEvent(async (transfer: DataTransfer) => {
    const text = transfer.getData("text/plain");
    const files = await droppedFiles(transfer);
    if (files.length > 0) onFiles(files);
    else if (text) onText(text);
  });

  useEffect(() => {
    const hold = (event: DragEvent) => {
      // A text may be dropped into a box as ever.
      if (!event.dataTransfer?.types.includes("Files") && isField(event.target)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !event.dataTransfer) return;
      if (!event.dataTransfer.types.includes("Files") && isField(event.target)) return;
      event.preventDefault();
      void take(event.dataTransfer);
    };
    window.addEventListener("dragover", hold);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", hold);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);

  return over;
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
