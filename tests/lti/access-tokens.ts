// The platform's token endpoint (Security Framework 1.0, section 4): the tool proves by a
// signed assertion who it is, and gets a bearer token for some scopes.
import { randomUUID } from "node:crypto";
import { type PublicKey, verifyToken } from "./signed-tokens";

export type TokenClient = {
  clientId: string;
  scopes: string[];
  readKeys(): Promise<PublicKey[]>;
};

export type TokenAnswer = { status: number; body: Record<string, unknown> };

const wrong = (error: string, error_description: string): TokenAnswer => ({
  status: error === "invalid_client" ? 401 : 400,
  body: { error, error_description },
});

/** Why an assertion's claims are not good enough; null where they are. */
function claimsProblem(
  { iss, sub, aud, iat, exp, jti }: Record<string, unknown>,
  clientId: string,
  audiences: readonly string[],
): string | null {
  const now = Date.now() / 1000;
  if (iss !== clientId) return "iss is not the client";
  if (sub !== clientId) return "sub is not the client";
  const named: unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audiences.some((one) => named.includes(one))) {
    return "aud is not the token endpoint";
  }
  if (typeof iat !== "number" || iat > now + 60) return "iat is missing or ahead";
  if (typeof exp !== "number" || exp < now - 60) return "exp is missing or past";
  if (exp - iat > 3600) return "the assertion holds longer than an hour";
  if (typeof jti !== "string" || jti === "") return "jti is missing";
  return null;
}

/** Opens an endpoint for `clients`; assertions name one of `audiences`. */
export function openTokens(
  clients: ReadonlyMap<string, TokenClient>,
  audiences: readonly string[],
) {
  const given = new Map<string, { scopes: string[]; until: number }>();
  const spent = new Set<string>();

  async function give(contentType: string, body: string): Promise<TokenAnswer> {
    if (!contentType.startsWith("application/x-www-form-urlencoded")) {
      return wrong("invalid_request", "the request is not a form");
    }
    const form = new URLSearchParams(body);
    if (form.get("grant_type") !== "client_credentials") {
      return wrong("unsupported_grant_type", "only client_credentials");
    }
    if (
      form.get("client_assertion_type") !==
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    ) {
      return wrong("invalid_request", "client_assertion_type is not jwt-bearer");
    }
    const assertion = form.get("client_assertion") ?? "";
    const named = readIssuer(assertion);
    const client = clients.get(named);
    if (!client) return wrong("invalid_client", `no client is called ${named}`);
    try {
      const claims = verifyToken(assertion, await client.readKeys());
      const problem = claimsProblem(claims, client.clientId, audiences);
      if (problem !== null) return wrong("invalid_client", problem);
      if (spent.has(String(claims.jti))) {
        return wrong("invalid_client", "this assertion was used before");
      }
      spent.add(String(claims.jti));
    } catch (error) {
      return wrong("invalid_client", error instanceof Error ? error.message : "unread");
    }
    const asked = (form.get("scope") ?? "").split(" ").filter(Boolean);
    const scopes = asked.filter((scope) => client.scopes.includes(scope));
    if (scopes.length === 0) {
      return wrong("invalid_scope", "none of these scopes is this client's");
    }
    const token = randomUUID();
    given.set(token, { scopes, until: Date.now() + 3600_000 });
    return {
      status: 200,
      body: {
        access_token: token,
        token_type: "Bearer",
        expires_in: 3600,
        scope: scopes.join(" "),
      },
    };
  }

  return {
    give,
    /** Why an Authorization header does not open `scopes`: 401, 403; null where it does. */
    refusal(header: string | undefined, scopes: readonly string[]): 401 | 403 | null {
      const token = /^Bearer (\S+)$/i.exec(header ?? "")?.[1] ?? "";
      const found = given.get(token);
      if (!found || found.until < Date.now()) return 401;
      return scopes.some((scope) => found.scopes.includes(scope)) ? null : 403;
    },
    /** Forgets every token, as a platform that was restarted. */
    forget: () => given.clear(),
  };
}

function readIssuer(assertion: string): string {
  try {
    const [, claims = ""] = assertion.split(".");
    const read: unknown = JSON.parse(Buffer.from(claims, "base64url").toString());
    return typeof read === "object" && read !== null && "iss" in read
      ? String(read.iss)
      : "";
  } catch {
    return "";
  }
}
