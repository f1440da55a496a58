// The version of the site that a page is of. The build marks every page with it, as data
// (`app/build/list-course.ts`), so that whatever a page asks for later is of its own version.
import { isFields } from "@/content/fields";
import { sitePath } from "@/content/site-path";

/** The id of the element that holds a page's mark. */
export const markId = "site-version";

export type VersionMark = {
  /** The hash of the version's list of files, which names the version. */
  list: string;
  /** Hashes of the files whose names stay from version to version, by their paths. */
  files: Readonly<Record<string, string>>;
};

/** Reads a mark; null for text that is none. */
export function readMark(text: string): VersionMark | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!isFields(read) || typeof read.list !== "string" || !isFields(read.files)) {
      return null;
    }
    const files = Object.entries(read.files).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    return { list: read.list, files: Object.fromEntries(files) };
  } catch {
    return null;
  }
}

const marked = new RegExp(
  `<script type="application/json" id="${markId}">(.*?)</script>`,
  "s",
);

/** The version in a page's HTML; null where it has none. */
export const versionIn = (html: string): string | null =>
  readMark(marked.exec(html)?.[1] ?? "")?.list ?? null;

/** The mark of the open page; null while developing, and where there is no page. */
export const pageMark = (): VersionMark | null =>
  typeof document === "undefined"
    ? null
    : readMark(document.getElementById(markId)?.textContent ?? "");

/**
 * The address of a file of the site whose name stays (`/data/digits.csv.gz`), as it was when
 * the open page was built: with its hash, which no cache mistakes for another.
 */
export function siteFile(path: string): string {
  const hash = pageMark()?.files[path];
  return sitePath(hash ? `${path}?v=${hash}` : path);
}
