// What all routes of classes have in common: who may ask, and how it is answered.
import { logFault } from "./log-fault";
import { isRefusal } from "./refusal";
import { refuseOtherSites } from "./same-origin";
import { isStoreFault } from "./store-fault";

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
