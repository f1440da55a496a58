// The files of a drop, those inside dropped folders among them.

/** The most files of one drop or choice; a folder may be anybody's whole disk. */
export const mostFiles = 2000;

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));

/** What is in a folder; a browser hands it over a part at a time. */
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
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
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
