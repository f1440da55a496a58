// A small LMS for the tests of the routes under /api/lti: its keys, its messages, a browser.
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ClassServer } from "@/app/server/class-server";
import { served } from "./site";

export const claim = (name: string) =>
  `https://purl.imsglobal.org/spec/lti/claim/${name}`;

const membership = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

export const roles = {
  learner: `${membership}Learner`,
  instructor: `${membership}Instructor`,
};

export type Claims = Record<string, unknown>;

const encoded = (part: unknown) =>
  Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString(
    "base64url",
  );

/** A signed token; a part that is a text is taken as the JSON that it is. */
export function signed(header: unknown, claims: unknown, key: KeyObject): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
}

function newPair(kid: string) {
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...pair.publicKey.export({ format: "jwk" }), kid, alg: "RS256" };
  return { ...pair, kid, jwk };
}

/** Made once: a key takes a moment. `other` says that it is `first`. */
export const pairs = {
  first: newPair("first"),
  other: newPair("first"),
  next: newPair("next"),
};

/** An LMS that shows its keys on this machine. */
export async function openLms() {
  const { first } = pairs;
  const shown = { keys: [first.jwk], status: 200, asked: 0 };
  const server = createServer((_, answer) => {
    shown.asked += 1;
    answer.statusCode = shown.status;
    answer.end(JSON.stringify({ keys: shown.keys }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    pair: first,
    shown,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

export type Lms = Awaited<ReturnType<typeof openLms>>;

export const issuer = "https://lms.test";

export const register = (
  { store }: ClassServer,
  lms: Lms,
  clientId: string,
  deployments: readonly string[] = ["1"],
) =>
  store.lti.addRegistration(
    {
      ...{ id: `registration-${clientId}`, name: "LMS", issuer, clientId },
      ...{ authUrl: `${lms.url}/auth`, tokenUrl: `${lms.url}/token` },
      ...{ jwksUrl: `${lms.url}/jwks`, audience: null, product: "", created: 1 },
    },
    deployments,
  );

export const home = "http://school.test";

/** A browser that keeps the cookies of LTI's routes, and follows what an LMS tells it. */
export function openVisitor(keeps = true) {
  let cookies = new Map<string, string>();

  async function ask(path: string, fields?: readonly (readonly [string, string])[]) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = new Request(home + path, {
      method: fields ? "POST" : "GET",
      headers: {
        ...(cookie && { cookie }),
        ...(fields && { origin: issuer, "sec-fetch-site": "cross-site" }),
      },
      ...(fields && { body: new URLSearchParams(fields.map(([a, b]) => [a, b])) }),
    });
    const answer = await served(request);
    for (const header of answer.headers.getSetCookie()) {
      const [pair = ""] = header.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (keeps) cookies.set(name, value);
      if (header.includes("Max-Age=0")) cookies.delete(name);
    }
    const text = await answer.text();
    return {
      ...{ status: answer.status, headers: answer.headers, text },
      to: answer.headers.get("location") ?? "",
      refusal: /data-refusal="([a-z-]+)"/.exec(text)?.[1] ?? null,
    };
  }

  return {
    ask,
    forget: () => {
      cookies = new Map();
    },
  };
}

export type Visitor = ReturnType<typeof openVisitor>;

type Wanted = { clientId: string; target: string; deployment?: string };

/** Begins a login; gives what the LMS is asked. */
export async function login(visitor: Visitor, { clientId, target }: Wanted) {
  const query = new URLSearchParams({
    ...{ iss: issuer, login_hint: "7", target_link_uri: home + target },
    client_id: clientId,
  });
  const { to } = await visitor.ask(`/api/lti/login?${query}`);
  const asked = new URL(to).searchParams;
  return { state: asked.get("state") ?? "", nonce: asked.get("nonce") ?? "" };
}

/** The claims of a learner's launch of a link, changed by `change`. */
export function claimsOf(
  { clientId, target, deployment = "1" }: Wanted,
  nonce: string,
  change: Claims = {},
): Claims {
  const now = Math.floor(Date.now() / 1000);
  return {
    ...{ iss: issuer, aud: clientId, sub: "user-7", name: "Ada Lovelace" },
    ...{ iat: now, exp: now + 3600, nonce },
    [claim("version")]: "1.3.0",
    [claim("message_type")]: "LtiResourceLinkRequest",
    [claim("deployment_id")]: deployment,
    [claim("target_link_uri")]: home + target,
    [claim("roles")]: [roles.learner],
    [claim("context")]: { id: "course-1", title: "Physics 9b" },
    [claim("resource_link")]: { id: "link-1" },
    ...change,
  };
}

/** Comes to the site by a launch; each claim of `change` stands in the place of the usual. */
export async function launch(
  lms: Lms,
  wanted: Wanted,
  change: Claims = {},
  visitor = openVisitor(),
) {
  const { state, nonce } = await login(visitor, wanted);
  const header = { alg: "RS256", kid: lms.pair.kid };
  const token = signed(header, claimsOf(wanted, nonce, change), lms.pair.privateKey);
  const answer = await visitor.ask("/api/lti/launch", [
    ["id_token", token],
    ["state", state],
  ]);
  const arrived = new URLSearchParams(new URL(answer.to, home).hash.slice(1));
  return {
    ...answer,
    ...{ visitor, state, token },
    arrived: {
      classId: arrived.get("class") ?? "",
      role: arrived.get("role") ?? "",
      secret: arrived.get("secret") ?? "",
      to: arrived.get("to") ?? "",
    },
  };
}
