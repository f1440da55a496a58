// A browser, as far as cookies go.
import { served } from "./site";

type Sent = {
  body?: unknown;
  headers?: Record<string, string>;
};

export type Answer = {
  status: number;
  headers: Headers;
  /** What the JSON of the body says; {} where there is none. */
  told: Record<string, unknown>;
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

  async function ask(method: string, path: string, { body, headers }: Sent = {}) {
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
          ...(sent && { cookie: sent }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    for (const header of response.headers.getSetCookie()) keep(header);
    const text = await response.text();
    const told: Record<string, unknown> = text ? JSON.parse(text) : {};
    return { status: response.status, headers: response.headers, told };
  }

  return {
    cookies,
    get: (path: string) => ask("GET", path),
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) =>
      ask("POST", path, { body, ...(headers && { headers }) }),
    remove: (path: string) => ask("DELETE", path),
  };
}

export type Browser = ReturnType<typeof openBrowser>;
