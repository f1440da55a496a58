// Access to platforms' services: a token for each platform and scope, for which this site signs
// who it is. https://www.imsglobal.org/spec/security/v1p0/#using-oauth-2-0-client-credentials-grant
import * as z from "zod";
import { jsonIn } from "@/content/class/message-fields";
import { newId } from "../../secrets";
import type { LtiRegistration, LtiStore } from "../../store/lti-store";
import { askPlatform, type PlatformAnswer } from "../ask-platform";
import { signToken } from "../tokens";
import { signingKey } from "../tool-keys";

/** How long what this site signs for a token is good for, in seconds. */
const assertionLife = 300;

/** A token that the platform says nothing of lasts as long as this, in seconds. */
const usualLife = 3600;

/** A token is used no more when less than this is left of it, in milliseconds. */
const margin = 60_000;

const tokenShape = z.object({
  access_token: z.string().min(1).max(20_000),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().positive().optional(),
});

type Known = { token: string; until: number };

const known = new Map<string, Known>();
const asking = new Map<string, Promise<string | PlatformAnswer>>();

const keyOf = ({ id, clientId, tokenUrl }: LtiRegistration, scope: string) =>
  [id, clientId, tokenUrl, scope].join("\n");

async function ask(
  lti: Pick<LtiStore, "keys" | "rotateKeys">,
  registration: LtiRegistration,
  scope: string,
): Promise<string | PlatformAnswer> {
  const { clientId, tokenUrl, audience } = registration;
  const parties = { iss: clientId, sub: clientId, aud: audience ?? tokenUrl };
  const claims = { ...parties, jti: newId() };
  const assertion = await signToken(await signingKey(lti), claims, assertionLife);
  const answer = await askPlatform(tokenUrl, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
      scope,
    }),
  });
  const { data } = tokenShape.safeParse(jsonIn(answer.text));
  if (answer.status !== 200 || !data) return answer;
  const life = 1000 * (data.expires_in ?? usualLife);
  const until = performance.now() + Math.max(life - margin, life / 2);
  known.set(keyOf(registration, scope), { token: data.access_token, until });
  return data.access_token;
}

/**
 * A token of a platform's for a scope, or its answer where it gives none. Rejects as
 * `askPlatform` does. All who want the same at once wait for one answer.
 */
export function accessToken(
  lti: Pick<LtiStore, "keys" | "rotateKeys">,
  registration: LtiRegistration,
  scope: string,
): Promise<string | PlatformAnswer> {
  const key = keyOf(registration, scope);
  const found = known.get(key);
  if (found && performance.now() < found.until) return Promise.resolve(found.token);
  const begun = asking.get(key);
  if (begun) return begun;
  const asked = ask(lti, registration, scope).finally(() => asking.delete(key));
  asking.set(key, asked);
  return asked;
}

/** A platform's last answer, which may be that of its token endpoint. */
export type ServiceAnswer = PlatformAnswer & { at: "token" | "service" };

/**
 * Asks a service of a platform's with a token. A token that the platform takes no more is
 * thrown away, and another asked for, once. Rejects as `askPlatform` does.
 */
export async function askService(
  lti: Pick<LtiStore, "keys" | "rotateKeys">,
  registration: LtiRegistration,
  scope: string,
  address: string,
  asked: { method: "GET" | "POST"; headers: Record<string, string>; body?: string },
): Promise<ServiceAnswer> {
  for (let last = false; ; last = true) {
    const token = await accessToken(lti, registration, scope);
    if (typeof token !== "string") return { ...token, at: "token" };
    const headers = { ...asked.headers, Authorization: `Bearer ${token}` };
    const answer = await askPlatform(address, { ...asked, headers });
    if (answer.status !== 401) return { ...answer, at: "service" };
    const key = keyOf(registration, scope);
    if (known.get(key)?.token === token) known.delete(key);
    if (last) return { ...answer, at: "service" };
  }
}
