// A browser, as far as cookies go.
import { served } from "./site";

type Sent = {
  body?: unknown;
  /** Sent as it is, packed with gzip, instead of a body. */
  file?: Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};

export type Answer = {
  status: number;
  headers: Headers;
  /** What the JSON of the body says; {} where there is none. */
  told: Record<string, unknown>;
  /** The body as it came. */
  bytes: Uint8Array<ArrayBuffer>;
};

const origin = "http://school.test";

/** Asks the site from one address, and keeps its cookies for the paths they are for. */
export function openBrowser(address = "192.0.2.1") {
  const cookies = new Map<string, { value: string; path: string }>();

  function keep(header: string) {
    const [pair = "", ...attributes] = header.split("; ");
    const [name = "", value = ""] = pair.split("=");
    const found = attributes.find((attribute) => attribute.startsWith("Path="));
    if (attributes.includes("Max-Age=0")) cookies.delete(name);
    else cookies.set(name, { value, path: found?.slice("Path=".length) ?? "/" });
  }

  async function ask(
    method: string,
    path: string,
    { body, file, headers }: Sent = {},
  ): Promise<Answer> {
    const { pathname } = new URL(path, origin);
    const sent = [...cookies]
      .filter(([, { path }]) => pathname === path || pathname.startsWith(`${path}/`))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
    const response = await served(
      new Request(origin + path, {
        method,
        headers: {
          "x-forwarded-for": address,
          ...(method !== "GET" && { "sec-fetch-site": "same-origin" }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...(file && { "content-type": "application/gzip" }),
          ...(sent && { cookie: sent }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file && { body: file }),
      }),
    );
    for (const header of response.headers.getSetCookie()) keep(header);
    const { status, headers: heard } = response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = heard.get("content-type") === "application/json";
    const told: Record<string, unknown> = isJson
      ? JSON.parse(new TextDecoder().decode(bytes))
      : {};
    return { status, headers: heard, told, bytes };
  }

  return {
    cookies,
    get: (path: string) => ask("GET", path),
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) =>
      ask("POST", path, { body, ...(headers && { headers }) }),
    patch: (path: string, body: unknown) => ask("PATCH", path, { body }),
    put: (path: string, body: unknown) => ask("PUT", path, { body }),
    remove: (path: string) => ask("DELETE", path),
    ask,
  };
}

export type Browser = ReturnType<typeof openBrowser>;
