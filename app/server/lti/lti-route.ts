// Routes that an LMS sends a browser to. What they refuse is a page, with a code and a sentence.
import type { LaunchRefusalCode } from "@/content/lti/launch-refusals";
import { isRefusal, unknownRoute } from "../class-route";
import { type ClassServer, classServer, hasClasses } from "../class-server";
import { logFault } from "../log";
import { bytesOf } from "../read-body";
import type { LtiRegistration } from "../store/lti-store";
import { isStoreFault } from "../store/store-fault";
import { escaped, ltiPage, refusalPage } from "./lti-page";

type LaunchRefusal = Error & { readonly code: LaunchRefusalCode };

/** A refusal to throw. */
export const launchRefusal = (code: LaunchRefusalCode): LaunchRefusal =>
  Object.assign(new Error(code), { name: "LaunchRefusal" as const, code });

/** Compares the name, because a bundler may load this module twice. */
const isLaunchRefusal = (error: unknown): error is LaunchRefusal =>
  error instanceof Error && error.name === "LaunchRefusal" && "code" in error;

/** The code of a thrown refusal; null for anything else. */
export const refusedWith = (error: unknown): LaunchRefusalCode | null =>
  isLaunchRefusal(error) ? error.code : null;

/** The longest form that is read, in bytes: a message of a platform, and a state of ours. */
const longestForm = 128_000;

const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** What a request asks for, in its address or its form, each name once. */
export async function readFields(request: Request): Promise<ReadonlyMap<string, string>> {
  const query = new URL(request.url).search;
  if (query.length > longestForm) throw launchRefusal("too-large");
  let text = query;
  if (request.method === "POST") {
    if (!isForm.test(request.headers.get("content-type") ?? "")) {
      throw launchRefusal("bad-form");
    }
    const bytes = await bytesOf(request, longestForm).catch((error: unknown) => {
      const large = isRefusal(error) && error.status === 413;
      throw launchRefusal(large ? "too-large" : "bad-form");
    });
    text = Buffer.from(bytes).toString("utf8");
  }
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) throw launchRefusal("doubled-field");
    fields.set(name, value);
  }
  return fields;
}

/** A field that has to be there. */
export function requireField(fields: ReadonlyMap<string, string>, name: string): string {
  const value = fields.get(name);
  if (!value) throw launchRefusal("missing-field");
  return value;
}

function faultPage(error: unknown, path: string): Response {
  logFault(path, error);
  const says = isStoreFault(error)
    ? error.message
    : "Something went wrong on this site’s server. Nothing was lost; try again.";
  const body = `<h1>This did not open</h1><p>${escaped(says)}</p>`;
  return ltiPage({ body, status: isStoreFault(error) ? 503 : 500 });
}

/** Answers as `work` does; what it throws becomes a page. */
export async function answered(
  request: Request,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isLaunchRefusal(error)) return refusalPage(error.code);
    return faultPage(error, new URL(request.url).pathname);
  }
}

/** The server, where any platform is registered; null where none is. */
export async function ltiServer(): Promise<
  (ClassServer & { registrations: readonly LtiRegistration[] }) | null
> {
  // A site that has never had a class makes no store for this.
  if (!globalThis.nextPassClassServer && !hasClasses()) return null;
  const server = await classServer();
  const registrations = await server.store.lti.registrations();
  return registrations.length > 0 ? { ...server, registrations } : null;
}

type LtiServer = NonNullable<Awaited<ReturnType<typeof ltiServer>>>;

/** A route that is not there before any platform is registered. */
export const ltiRoute =
  (work: (request: Request, server: LtiServer) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    let server: LtiServer | null;
    try {
      server = await ltiServer();
    } catch (error) {
      return faultPage(error, new URL(request.url).pathname);
    }
    if (!server) return unknownRoute(request, { params: Promise.resolve({}) });
    const found = server;
    return answered(request, () => work(request, found));
  };
