// The site as it was last built, with classes of its own, behind one proxy as it were.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { serveSite } from "../serve-site";

type Site = Awaited<ReturnType<typeof serveSite>>;

/** Serves it for as long as `work` takes; by default on SQLite. */
export async function onSite<T>(
  work: (site: Site) => Promise<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "next-pass-bench-"));
  const own = { COURSE_DATA_DIR: folder, DATABASE_URL: "", TRUST_PROXY: "1" };
  const site = await serveSite({ ...own, ...env });
  try {
    return await work(site);
  } finally {
    site.close();
    await rm(folder, { recursive: true, force: true });
  }
}
