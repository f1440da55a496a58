// Every route of classes is a `classRoute`: it refuses other sites' requests, and answers a
// refusal or a fault with one sentence.
import { logFault, withoutIds } from "./log";
import { isStoreFault } from "./store/store-fault";

/** Thrown to refuse a request; its message is one sentence for the reader. */
type Refusal = Error & {
  readonly status: number;
  /** After how many seconds trying again may help; null where it does not. */
  readonly retryAfter: number | null;
};

/** A `Refusal` to throw. */
export function refusal(
  status: number,
  problem: string,
  retryAfter: number | null = null,
): Refusal {
  return Object.assign(new Error(problem), { name: "Refusal", status, retryAfter });
}

/** Compares the name, because a bundler may load this module twice. */
export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && error.name === "Refusal" && "status" in error;

/** A refusal with 404; `thing` as in "assignment". */
export const notFound = (thing: string) =>
  refusal(404, `This site has no such ${thing}, or it was deleted.`);

const failed = "Something went wrong on this site’s server. Nothing was lost; try again.";

function problemAnswer(status: number, problem: string, retryAfter: number | null) {
  const headers = retryAfter === null ? undefined : { "Retry-After": String(retryAfter) };
  return Response.json({ problem }, { status, ...(headers && { headers }) });
}

/** A request as the log has it. */
const nameOf = ({ method, url }: Request) =>
  `${method} ${withoutIds(new URL(url).pathname)}`;

function answerTo(error: unknown, request: Request): Response {
  if (isRefusal(error)) {
    return problemAnswer(error.status, error.message, error.retryAfter);
  }
  if (isStoreFault(error)) {
    logFault(`${nameOf(request)}, store ${error.trouble}`, error);
    const retryAfter = error.trouble === "busy" || error.trouble === "away" ? 5 : null;
    return problemAnswer(error.trouble === "full" ? 507 : 503, error.message, retryAfter);
  }
  logFault(nameOf(request), error);
  return problemAnswer(500, failed, null);
}

/** Nobody caches an answer about a class, and no other site learns its address. */
function privately(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  return response;
}

type Context<P> = { params: Promise<P> };

/**
 * A route handler that answers as `work` does; a thrown Refusal, or anything else thrown,
 * becomes one sentence for the reader.
 */
export const classRoute =
  <P>(work: (request: Request, params: P) => Promise<Response>) =>
  async (request: Request, { params }: Context<P>): Promise<Response> => {
    try {
      refuseOtherSites(request);
      return privately(await work(request, await params));
    } catch (error) {
      return privately(answerTo(error, request));
    }
  };

/** Answers as everything under /api does that is not there. */
export const unknownRoute = classRoute(() => Promise.reject(notFound("address")));

/** An answer without a body: it was done. */
export const done = (headers?: HeadersInit) =>
  new Response(null, { status: 204, ...(headers && { headers }) });

const otherSite = "Another site’s page asked for this, so it was not done.";

/** The site as the browser knows it, also behind a proxy. */
export function hostOf({ headers, url }: Request): string {
  return headers.get("x-forwarded-host") ?? headers.get("host") ?? new URL(url).host;
}

function hostIn(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Whether another site's page sent a request. A program that is no browser is no page. */
export function isFromOtherSite(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  // Browsers send it on secure connections alone.
  if (site !== null) return site !== "same-origin";
  const origin = request.headers.get("origin");
  return origin !== null && hostIn(origin) !== hostOf(request);
}

/**
 * Refuses a request that writes and comes from another site's page, so that none acts in a
 * reader's name. A program that is no browser sends no origin, and has no reader's cookies.
 */
function refuseOtherSites(request: Request) {
  if (request.method === "GET" || request.method === "HEAD") return;
  if (isFromOtherSite(request)) throw refusal(403, otherSite);
}
