import { readEntries } from "@/content/search/entries";
import { searchIndexOf } from "@/content/search/search";

export const dynamic = "force-static";

/** The index of the search, written while the site is built. */
export const GET = async () =>
  new Response(searchIndexOf(await readEntries()), {
    headers: { "content-type": "application/json" },
  });
