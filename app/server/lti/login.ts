// The login that a launch begins with: third-party initiated, by OpenID Connect.
// https://www.imsglobal.org/spec/security/v1p0/#openid_connect_launch_flow
import * as z from "zod";
import { sitePath } from "@/content/site-path";
import { hostOf } from "../class-route";
import { hashOf, newSecret } from "../secrets";
import { isSecure } from "../sessions";
import type { LtiRegistration, LtiStore } from "../store/lti-store";
import { inScript, ltiPage } from "./lti-page";
import { launchRefusal, requireField } from "./lti-route";
import { sealed } from "./tool-keys";

/** How long a login may take, in milliseconds. */
const loginLife = 10 * 60_000;

/** What the state of a login says: it comes back with the launch. */
export const stateShape = z.object({
  registration: z.string(),
  nonce: z.string(),
  target: z.string(),
  /** The hash of what the browser keeps. */
  browser: z.string(),
  /** The frame of the platform's storage; null where it has none. */
  storage: z.string().nullable(),
  /** The query that begins the login anew, in a window. */
  again: z.string(),
});

/** What the state of a login says. */
export type LoginState = z.infer<typeof stateShape>;

/** The address of this site as the browser knows it, without a slash at its end. */
export const siteOf = (request: Request) =>
  `${isSecure(request) ? "https" : "http"}://${hostOf(request)}`;

/** The whole address of a path of the site. */
export const siteAddressOf = (request: Request, path: string) =>
  siteOf(request) + sitePath(path);

/** A page of this site, as its path and query; null for any other address. */
export function pageOfSite(request: Request, address: string): string | null {
  if (address.length > 8000 || !URL.canParse(address)) return null;
  const { origin, pathname, search } = new URL(address);
  const root = sitePath("/");
  if (origin !== new URL(siteOf(request)).origin || !pathname.startsWith(root)) {
    return pathname === root.slice(0, -1) && origin === siteOf(request) ? "/" : null;
  }
  return `/${pathname.slice(root.length)}${search}`;
}

/** The name under which the browser keeps its proof of a login. */
export const proofName = (nonce: string) => `lti-${nonce.slice(0, 16)}`;

/** A cookie that comes along with what an LMS's page posts, also in a frame. */
export function proofCookie(
  request: Request,
  nonce: string,
  proof: string,
  seconds: number,
): string {
  const parts = [`${proofName(nonce)}=${proof}`, `Max-Age=${seconds}`, "HttpOnly"];
  parts.push(`Path=${sitePath("/api/lti")}`);
  const local = /^(localhost|127\.0\.0\.1)(:|$)/.test(hostOf(request));
  // Browsers take such cookies on secure connections alone, and on the very machine.
  if (isSecure(request) || local) parts.push("SameSite=None", "Secure", "Partitioned");
  return parts.join("; ");
}

function registrationFor(
  registrations: readonly LtiRegistration[],
  issuer: string,
  client: string | undefined,
): LtiRegistration {
  const found = registrations.filter(
    (one) => one.issuer === issuer && (client === undefined || one.clientId === client),
  );
  const [registration, ...others] = found;
  // Which of two is meant only the client's id could tell.
  if (!registration || others.length > 0) throw launchRefusal("unknown-platform");
  return registration;
}

/** The longest hint that is carried, in characters. */
const longestHint = 4000;

const again = ["iss", "login_hint", "target_link_uri", "lti_message_hint", "client_id"];

/** Puts the proof into the platform's storage, where that answers, and goes on. */
const storingScript = (
  to: string,
  frame: string,
  origin: string,
  key: string,
  value: string,
) => `
const to = ${inScript(to)}, frame = ${inScript(frame)}, origin = ${inScript(origin)};
const id = ${inScript(key)};
const page = window.parent !== window ? window.parent : window.opener;
const go = () => location.replace(to);
addEventListener("message", (event) => {
  if (event.origin === origin && event.data && event.data.message_id === id) go();
});
try {
  const store = frame === "_parent" ? page : page.frames[frame];
  store.postMessage({ subject: "lti.put_data", message_id: id, key: id, value: ${inScript(value)} }, origin);
} catch {}
setTimeout(go, 1500);
`;

type Server = { store: { lti: LtiStore }; registrations: readonly LtiRegistration[] };

/** Sends the browser to the platform, which says who it is. */
export async function answerLogin(
  request: Request,
  { store: { lti }, registrations }: Server,
  fields: ReadonlyMap<string, string>,
): Promise<Response> {
  const issuer = requireField(fields, "iss");
  const loginHint = requireField(fields, "login_hint");
  const target = requireField(fields, "target_link_uri");
  const messageHint = fields.get("lti_message_hint") ?? "";
  const storage = fields.get("lti_storage_target") ?? "";
  const long = [loginHint, messageHint, target].some(
    ({ length }) => length > longestHint,
  );
  if (long || storage.length > 200) throw launchRefusal("too-large");
  const { id, authUrl, clientId } = registrationFor(
    registrations,
    issuer,
    fields.get("client_id"),
  );
  if (pageOfSite(request, target) === null) throw launchRefusal("target-elsewhere");

  const [nonce, proof] = [newSecret(), newSecret()];
  const anew = new URLSearchParams(
    again.flatMap((name) => {
      const value = fields.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const told: LoginState = {
    ...{ registration: id, nonce, target, browser: hashOf(proof) },
    ...{ storage: storage || null, again: anew.toString() },
  };
  const state = await sealed(lti, "login", told, Date.now() + loginLife);
  const to = new URL(authUrl);
  const asked = {
    ...{ scope: "openid", response_type: "id_token", response_mode: "form_post" },
    ...{ prompt: "none", client_id: clientId, login_hint: loginHint, state, nonce },
    redirect_uri: siteAddressOf(request, "/api/lti/launch"),
    ...(messageHint && { lti_message_hint: messageHint }),
  };
  for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
  const cookie = proofCookie(request, nonce, proof, loginLife / 1000);
  if (!storage) {
    const headers = {
      ...{ Location: to.href, "Set-Cookie": cookie },
      ...{ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
    };
    return new Response(null, { status: 302, headers });
  }
  const key = proofName(nonce);
  const script = storingScript(to.href, storage, to.origin, key, proof);
  const body = `<p>The page opens. It needs JavaScript.</p>`;
  return ltiPage({ body, script, headers: { "Set-Cookie": cookie } });
}
