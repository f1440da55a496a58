// The list of a version: every file of the course, and which of them each page may need.
import { isFields } from "@/content/fields";

export type ListedFile = {
  /** Its path on the site, with its hash where its name stays from version to version. */
  path: string;
  /** Of what is in it: of a packed file, unpacked. */
  hash: string;
  /** Bytes as it travels, packed; about, as servers pack differently. */
  packed: number;
  /** Bytes as a browser keeps it. */
  bytes: number;
};

/** A page; its hash is of its HTML before it was marked with the version. */
export type ListedPage = ListedFile & {
  title: string;
  /** The places in the list of the files that it loads at once or may load later. */
  files: readonly number[];
};

export type CourseList = {
  /** What follows a page's path where the host's pages are folders. */
  ends: "" | "/";
  files: readonly ListedFile[];
  pages: readonly ListedPage[];
};

/** Where a version's list lies. */
export const listPath = (version: string) => `/_next/static/offline/${version}.json`;

const isFile = (value: unknown): value is ListedFile =>
  isFields(value) &&
  [value.path, value.hash].every((text) => typeof text === "string") &&
  [value.packed, value.bytes].every((size) => typeof size === "number");

const isPage = (value: unknown): value is ListedPage =>
  isFile(value) &&
  "title" in value &&
  typeof value.title === "string" &&
  "files" in value &&
  Array.isArray(value.files) &&
  value.files.every((place) => typeof place === "number");

/** Reads a list; null for text that is none. */
export function readCourseList(text: string): CourseList | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!isFields(read)) return null;
    const { ends, files, pages } = read;
    if (ends !== "" && ends !== "/") return null;
    if (!Array.isArray(files) || !files.every(isFile)) return null;
    if (!Array.isArray(pages) || !pages.every(isPage)) return null;
    return { ends, files, pages };
  } catch {
    return null;
  }
}

/** The files that a page needs beside its HTML. */
export const filesOf = ({ files }: CourseList, page: ListedPage): ListedFile[] =>
  page.files.flatMap((place) => files[place] ?? []);

/** The bytes of some of a list, as they travel and as they are kept. */
export const sizeOf = (some: readonly ListedFile[]) => ({
  packed: some.reduce((sum, { packed }) => sum + packed, 0),
  bytes: some.reduce((sum, { bytes }) => sum + bytes, 0),
});
