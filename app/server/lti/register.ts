// Dynamic registration: an LMS and this site tell each other who they are.
// https://www.imsglobal.org/spec/lti-dr/v1p0
import * as z from "zod";
import { jsonIn } from "@/content/class/message-fields";
import { hostOf } from "../class-route";
import { logFault } from "../log";
import { newId } from "../secrets";
import type { LtiRegistration, LtiStore } from "../store/lti-store";
import { askPlatform, isPlatformAddress } from "./ask-platform";
import { siteAddressOf } from "./login";
import { escaped, ltiPage } from "./lti-page";

const platformKey = "https://purl.imsglobal.org/spec/lti-platform-configuration";
const toolKey = "https://purl.imsglobal.org/spec/lti-tool-configuration";

const address = z.string().refine(isPlatformAddress);

/** What a platform says of itself. */
const configurationShape = z.looseObject({
  issuer: z.string().min(1).max(500),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  registration_endpoint: address,
  scopes_supported: z.array(z.string()).max(200).optional(),
  authorization_server: z.string().max(500).nullish(),
  [platformKey]: z.looseObject({ product_family_code: z.string().max(200) }).optional(),
});

type Configuration = z.infer<typeof configurationShape>;

/** What a platform answers to a registration. */
const registeredShape = z.looseObject({
  client_id: z.string().min(1).max(255),
  [toolKey]: z
    .looseObject({ deployment_id: z.string().min(1).max(255).nullish() })
    .nullish(),
});

/** What this site asks platforms for: the line items of its assignments, scores, the roster. */
export const serviceScopes = [
  "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
  "https://purl.imsglobal.org/spec/lti-ags/scope/score",
  "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
];

/** How this site describes itself to a platform that offers these scopes (left out: all). */
export function toolConfiguration(request: Request, offered?: readonly string[]) {
  const at = (path: string) => siteAddressOf(request, path);
  const scopes = serviceScopes.filter((one) => !offered || offered.includes(one));
  return {
    application_type: "web",
    response_types: ["id_token"],
    grant_types: ["implicit", "client_credentials"],
    initiate_login_uri: at("/api/lti/login"),
    redirect_uris: [at("/api/lti/launch")],
    client_name: "Next Pass",
    jwks_uri: at("/api/lti/keys"),
    token_endpoint_auth_method: "private_key_jwt",
    scope: scopes.join(" "),
    [toolKey]: {
      domain: hostOf(request),
      description: "A machine-learning course whose every claim can be trained.",
      target_link_uri: at("/"),
      // No e-mail address: nothing here needs one.
      claims: ["iss", "sub", "name", "given_name", "family_name"],
      messages: [
        { type: "LtiResourceLinkRequest" },
        {
          type: "LtiDeepLinkingRequest",
          target_link_uri: at("/embed/place"),
          label: "Next Pass: an assignment or a lesson",
        },
      ],
    },
  };
}

/** Why a registration failed: its status, and the sentence for who registers. */
type Trouble = readonly [status: number, says: string];

const unread: Trouble = [502, "The LMS’s configuration cannot be read."];
const refused: Trouble = [502, "The LMS did not take the registration."];
const before: Trouble = [409, "This LMS is registered here already, with this client."];

async function readConfiguration(address: string): Promise<Configuration | null> {
  const answer = await askPlatform(address).catch(() => null);
  const text = answer?.status === 200 ? answer.text : "";
  return configurationShape.safeParse(jsonIn(text)).data ?? null;
}

/** Registers this site with the platform; gives what became of it. */
async function exchange(
  request: Request,
  lti: LtiStore,
  configured: string,
  token: string | undefined,
): Promise<LtiRegistration | Trouble> {
  const platform = await readConfiguration(configured);
  if (!platform) return unread;
  const answer = await askPlatform(platform.registration_endpoint, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(toolConfiguration(request, platform.scopes_supported)),
  }).catch(() => null);
  const taken = answer !== null && answer.status >= 200 && answer.status < 300;
  const { data } = registeredShape.safeParse(jsonIn(taken ? answer.text : ""));
  if (!data) return refused;
  const product = platform[platformKey]?.product_family_code ?? "";
  const host = URL.canParse(platform.issuer) ? new URL(platform.issuer).host : "";
  const registration: LtiRegistration = {
    ...{ id: newId(), product, issuer: platform.issuer, clientId: data.client_id },
    name: [product, host].filter(Boolean).join(", ") || platform.issuer,
    authUrl: platform.authorization_endpoint,
    tokenUrl: platform.token_endpoint,
    jwksUrl: platform.jwks_uri,
    audience: platform.authorization_server ?? null,
    created: Date.now(),
  };
  const deployment = data[toolKey]?.deployment_id;
  const added = await lti.addRegistration(registration, deployment ? [deployment] : []);
  return added ? registration : before;
}

/** Tells the LMS that its window may close. */
const closeScript = `
for (const page of [window.opener, window.parent]) {
  if (page && page !== window) page.postMessage({ subject: "org.imsglobal.lti.close" }, "*");
}`;

const wanted: Trouble = [
  400,
  "Open this address by the LMS’s own form for adding a tool: it adds what is missing here.",
];

const failed = ([status, says]: Trouble) =>
  ltiPage({ status, body: `<h1>Not registered</h1>\n<p>${escaped(says)}</p>` });

/**
 * Answers an invitation that was found valid, by the hash of its secret. It is spent once the
 * LMS is registered, and stays where that fails.
 */
export async function answerInvitation(
  request: Request,
  lti: LtiStore,
  hash: string,
): Promise<Response | null> {
  const fields = new URL(request.url).searchParams;
  const configured = fields.get("openid_configuration") ?? "";
  if (!isPlatformAddress(configured)) return failed(wanted);
  // Of two at once one goes on.
  const expires = await lti.spendInvitation(hash, Date.now());
  if (expires === null) return null;
  const keep = () => lti.addInvitation(hash, expires);
  try {
    const token = fields.get("registration_token") ?? undefined;
    const found = await exchange(request, lti, configured, token);
    if (!("id" in found)) {
      await keep();
      return failed(found);
    }
    const body = `<h1>Registered</h1>
<p>Next Pass is a tool of ${escaped(found.name)} from now on. Close this window, and switch the tool on in your LMS where it asks for that.</p>`;
    return ltiPage({ body, script: closeScript });
  } catch (error) {
    logFault("registering an LMS", error);
    await keep();
    return failed(refused);
  }
}
