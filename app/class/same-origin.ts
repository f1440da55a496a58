// Keeps pages of other sites from writing to classes in a reader's name.
import { refusal } from "./refusal";

const other = "Another site’s page asked for this, so it was not done.";

/** The site as the browser knows it, also where a proxy stands in front. */
function hostOf({ headers, url }: Request): string {
  return headers.get("x-forwarded-host") ?? headers.get("host") ?? new URL(url).host;
}

function hostIn(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * Refuses a request that writes and comes from a page of another site. What is no browser
 * says nothing of itself, and has no reader's cookies.
 */
export function refuseOtherSites(request: Request) {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  // Browsers tell it only where the connection is secure.
  if (site !== null) {
    if (site !== "same-origin") throw refusal(403, other);
    return;
  }
  const origin = request.headers.get("origin");
  if (origin !== null && hostIn(origin) !== hostOf(request)) throw refusal(403, other);
}
