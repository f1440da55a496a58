"use client";
import { useEffect, useEffectEvent, useState } from "react";

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

// The files of a drop, those inside dropped folders among them.

/** The most files of one drop or choice; a folder may be anybody's whole disk. */
export const mostFiles = 2000;

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));

/** The entries of a folder; a browser hands them over a part at a time. */
async function inFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (part.length === 0 || found.length > mostFiles) return found;
    found.push(...part);
  }
}

/** At most one file more than `mostFiles`, in the order of the folders. */
async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The transfer is empty once its event is over: all is taken from it at once.
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const waiting = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const files: File[] = [];
  while (waiting.length > 0 && files.length <= mostFiles) {
    const next = waiting.shift();
    if (!next) continue;
    if (next instanceof File) files.push(next);
    else if (isFolder(next)) waiting.unshift(...(await inFolder(next)));
    else if (isFile(next)) {
      const file = await fileOf(next);
      if (file) files.push(file);
    }
  }
  return files;
}
