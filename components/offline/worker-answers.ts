// What the service worker does with a request.

type Asked = {
  method: string;
  url: string;
  mode: string;
  headers: { has(name: string): boolean };
};

type Site = {
  origin: string;
  /** The folder that the site lies in, as in "/course"; "" at the root. */
  base: string;
};

export type Handling =
  /** The browser asks for it as if there were no worker. */
  | { kind: "leave" }
  /** Content that its address names by a hash, if only among others; null: by name alone. */
  | { kind: "file"; address: string; hash: string | null }
  /** A page, by its path on the site. */
  | { kind: "page"; path: string };

const leave: Handling = { kind: "leave" };

/**
 * What is done with a request: files named by their content come from what is kept, pages
 * from the network first. All else is left alone: the classes' answers, frames in other
 * pages, parts of files, and what Next asks for between pages, which belongs to one build.
 */
export function handlingOf({ method, url, mode, headers }: Asked, site: Site): Handling {
  const { origin, pathname, searchParams } = new URL(url);
  if (method !== "GET" || origin !== site.origin || headers.has("range")) return leave;
  if (pathname !== site.base && !pathname.startsWith(`${site.base}/`)) return leave;
  const path = pathname.slice(site.base.length);
  if (path.startsWith("/_next/static/")) {
    return { kind: "file", address: origin + pathname, hash: null };
  }
  const hash = searchParams.get("v");
  if (hash && /^[0-9a-f]{16}$/.test(hash)) {
    return { kind: "file", address: `${origin}${pathname}?v=${hash}`, hash };
  }
  if (mode !== "navigate" || /^\/(api|embed|_next)\//.test(path)) return leave;
  const plain = pagePath(path);
  return /\.\w+$/.test(plain) ? leave : { kind: "page", path: plain };
}

/** The path of a page, however a host of files writes it. */
export const pagePath = (path: string) =>
  path.replace(/(\/index)?(\.html)?$/, "").replace(/\/$/, "") || "/";

/** How long a page that is kept waits for the network, in milliseconds. */
const patience = 3000;

/**
 * Answers with the page that the network has, else with the one that is kept, and where
 * neither is to be had by `instead`. A kept page also stands in for a slow network and a
 * server that fails.
 */
export async function answerPage(
  network: Promise<Response>,
  kept: () => Promise<Response | undefined>,
  instead: () => Promise<Response>,
): Promise<Response> {
  const failed = () => null;
  const answer = network.then((response) => response, failed);
  const waited = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  const quick = await Promise.race([answer, waited]);
  if (quick && quick.status < 500) return quick;
  return (await kept().catch(failed)) ?? (await answer) ?? instead();
}
