// The services of a small LMS on this machine: access tokens, scores and memberships.
import { createPublicKey, verify } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import * as z from "zod";
import { newKey } from "@/app/server/lti/tokens";
import { keySet } from "@/app/server/lti/tool-keys";
import type { LtiStore } from "@/app/server/store/lti-store";

/** What meets the next request of a service instead of the usual answer. */
export type Trouble =
  | { status: number; headers?: Record<string, string> }
  /** Does what it is asked and dies in the middle of the answer. */
  | "cut"
  /** Hangs up at once. */
  | "away";

const scoreShape = z.object({
  userId: z.string(),
  scoreGiven: z.number().optional(),
  scoreMaximum: z.number().positive().optional(),
  activityProgress: z.string(),
  gradingProgress: z.string(),
  comment: z.string().optional(),
  timestamp: z.string(),
  submission: z.object({ submittedAt: z.string() }).optional(),
});

export type SentScore = z.infer<typeof scoreShape>;

const jsonPart = (part = ""): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, "base64url").toString());

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Made once: a key takes a moment. */
const key = await newKey();

/** Opens the LMS until the test ends. */
export async function openServices(lti: LtiStore) {
  const created = Date.now();
  await lti.rotateKeys({ ...key, created }, created, 0);
  /** Scores that were taken, in their order. */
  const scores: (SentScore & { path: string })[] = [];
  const asked: string[] = [];
  const troubles: Record<"token" | "scores" | "members", Trouble[]> = {
    ...{ token: [], scores: [], members: [] },
  };
  const left = new Set<string>();
  const pages: object[][] = [];
  const tokens = new Set<string>();
  const state = {
    ...{ expiresIn: 3600, longestComment: 100_000, nextAt: "" },
    /** Whether the last page of people leads to the first. */
    circle: false,
  };

  function end(response: ServerResponse, status: number, body: unknown = {}) {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(body));
  }

  async function giveToken(form: URLSearchParams, response: ServerResponse) {
    const [head, body, signature = ""] = (form.get("client_assertion") ?? "").split(".");
    const { keys } = await keySet(lti);
    const jwk = keys.find(({ kid }) => kid === jsonPart(head).kid);
    const good =
      jwk !== undefined &&
      verify(
        "sha256",
        Buffer.from(`${head}.${body}`),
        createPublicKey({ key: jwk, format: "jwk" }),
        Buffer.from(signature, "base64url"),
      );
    const { iss, sub, aud, jti } = jsonPart(body);
    if (!good || iss !== "client r" || sub !== iss || aud !== `${url}/token` || !jti) {
      return end(response, 401, { error: "invalid_client" });
    }
    const token = `token ${tokens.size} ${form.get("scope")}`.replaceAll(" ", "-");
    tokens.add(token);
    const told = { token_type: "Bearer", expires_in: state.expiresIn };
    end(response, 200, { access_token: token, ...told });
  }

  function takeScore(path: string, body: string): number {
    const score = scoreShape.parse(JSON.parse(body));
    if (left.has(score.userId)) return 404;
    if ((score.comment ?? "").length > state.longestComment) return 400;
    const before = scores.findLast(
      (one) => one.userId === score.userId && one.path === path,
    );
    const secondOf = (text: string) => Math.floor(Date.parse(text) / 1000);
    // As Moodle has it: within one second the first stays.
    const late = before && secondOf(before.timestamp) >= secondOf(score.timestamp);
    if (late) return 409;
    scores.push({ ...score, path });
    return 200;
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const address = new URL(request.url ?? "", url);
    const service =
      address.pathname === "/token"
        ? "token"
        : address.pathname.endsWith("/scores")
          ? "scores"
          : "members";
    asked.push(service);
    const body = await textOf(request);
    const trouble = troubles[service].shift();
    if (trouble === "away") return response.destroy();
    if (typeof trouble === "object") {
      response.writeHead(trouble.status, trouble.headers);
      return response.end();
    }
    if (trouble === "cut") {
      if (service === "scores") takeScore(request.url ?? "", body);
      response.writeHead(200, { "Content-Length": "100" });
      response.write("{");
      return setTimeout(() => response.destroy(), 20);
    }
    if (service === "token") return giveToken(new URLSearchParams(body), response);
    const token = (request.headers.authorization ?? "").replace("Bearer ", "");
    if (!tokens.has(token)) return end(response, 401);
    if (service === "scores") {
      return end(response, takeScore(request.url ?? "", body));
    }
    const page = Number(address.searchParams.get("page") ?? 0);
    if (page + 1 < pages.length || state.circle) {
      const next = (page + 1) % pages.length;
      response.setHeader(
        "Link",
        `<${state.nextAt || url}/members?page=${next}>; rel="next"`,
      );
    }
    end(response, 200, { id: address.href, members: pages[page] ?? [] });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return {
    url,
    scores,
    asked,
    troubles,
    left,
    pages,
    state,
    forget: () => tokens.clear(),
  };
}
