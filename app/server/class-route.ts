import { logFault } from "./log-fault";
import { isStoreFault } from "./store/store-fault";

// What all routes of classes have in common: who may ask, and how it is answered.

const failed = "Something went wrong on this site’s server. Nothing was lost; try again.";

function problemAnswer(status: number, problem: string, retryAfter: number | null) {
  const headers = retryAfter === null ? undefined : { "Retry-After": String(retryAfter) };
  return Response.json({ problem }, { status, ...(headers && { headers }) });
}

function answerTo(error: unknown): Response {
  if (isRefusal(error)) {
    return problemAnswer(error.status, error.message, error.retryAfter);
  }
  if (isStoreFault(error)) {
    logFault(`store ${error.trouble}`, error);
    const retryAfter = error.trouble === "busy" || error.trouble === "away" ? 5 : null;
    return problemAnswer(error.trouble === "full" ? 507 : 503, error.message, retryAfter);
  }
  logFault("request", error);
  return problemAnswer(500, failed, null);
}

/** Nobody keeps an answer about a class, or tells another site where it came from. */
function privately(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  return response;
}

type Context<P> = { params: Promise<P> };

/**
 * A route handler that answers what `work` answers; where it throws a Refusal or anything
 * else, with one sentence for the reader.
 */
export const handled =
  <P>(work: (request: Request, params: P) => Promise<Response>) =>
  async (request: Request, { params }: Context<P>): Promise<Response> => {
    try {
      refuseOtherSites(request);
      return privately(await work(request, await params));
    } catch (error) {
      return privately(answerTo(error));
    }
  };

/** An answer without a body: it was done. */
export const done = (headers?: HeadersInit) =>
  new Response(null, { status: 204, ...(headers && { headers }) });

/** Thrown where a request is not done; its message is one sentence for the reader. */
type Refusal = Error & {
  readonly status: number;
  /** After how many seconds trying again may help; null where it does not. */
  readonly retryAfter: number | null;
};

export function refusal(
  status: number,
  problem: string,
  retryAfter: number | null = null,
): Refusal {
  return Object.assign(new Error(problem), { name: "Refusal", status, retryAfter });
}

/** Goes by the name, because a bundler may load this module twice. */
function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === "Refusal" && "status" in error;
}

// Keeps pages of other sites from writing to classes in a reader's name.

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
function refuseOtherSites(request: Request) {
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
