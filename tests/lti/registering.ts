// Dynamic Registration 1.0: what the platform tells of itself, and what it makes of a tool's
// own description.
import { z } from "zod";
import { scopes } from "./messages";
import type { Profile } from "./profiles";

/** A tool as a platform knows it, however it was registered. */
export type Tool = {
  name: string;
  loginUrl: string;
  redirectUris: string[];
  jwksUrl: string;
  scopes: string[];
  targetLinkUri: string;
  /** Where deep linking is to begin; the target where the tool names none. */
  deepLinkingUri: string;
};

const platformKey = "https://purl.imsglobal.org/spec/lti-platform-configuration";
const toolKey = "https://purl.imsglobal.org/spec/lti-tool-configuration";

/** Section 2.1: the platform's OpenID configuration. */
export const platformConfiguration = (issuer: string, url: string, profile: Profile) => ({
  issuer,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  token_endpoint_auth_methods_supported: ["private_key_jwt"],
  token_endpoint_auth_signing_alg_values_supported: ["RS256"],
  jwks_uri: `${url}/keys`,
  registration_endpoint: `${url}/registrations`,
  scopes_supported: ["openid", ...Object.values(scopes)],
  response_types_supported: ["id_token"],
  subject_types_supported: ["public", "pairwise"],
  id_token_signing_alg_values_supported: ["RS256"],
  claims_supported: ["iss", "sub", "aud", "name", "given_name", "family_name", "email"],
  [platformKey]: {
    product_family_code: profile.product,
    version: "1",
    messages_supported: [
      { type: "LtiResourceLinkRequest" },
      { type: "LtiDeepLinkingRequest" },
    ],
    variables: ["Context.id", "ResourceLink.id"],
  },
});

const toolForm = z.looseObject({
  application_type: z.literal("web"),
  response_types: z.array(z.string()).refine((types) => types.includes("id_token")),
  grant_types: z
    .array(z.string())
    .refine((types) =>
      ["implicit", "client_credentials"].every((type) => types.includes(type)),
    ),
  initiate_login_uri: z.url(),
  redirect_uris: z.array(z.url()).min(1),
  client_name: z.string().min(1),
  jwks_uri: z.url(),
  logo_uri: z.url().optional(),
  token_endpoint_auth_method: z.literal("private_key_jwt"),
  scope: z.string(),
  [toolKey]: z.looseObject({
    domain: z.string().min(1),
    target_link_uri: z.url(),
    claims: z.array(z.string()),
    messages: z.array(
      z.looseObject({
        type: z.string(),
        target_link_uri: z.url().optional(),
        label: z.string().optional(),
      }),
    ),
  }),
});

/** A tool's description, and the tool as it is registered; a string says what is wrong. */
export function readTool(
  body: unknown,
): { sent: Record<string, unknown>; tool: Tool } | string {
  const read = toolForm.safeParse(body);
  if (!read.success) return z.prettifyError(read.error);
  const { data } = read;
  const { domain, target_link_uri: target, messages } = data[toolKey];
  const onDomain = (address: string) => new URL(address).host === domain;
  if (![target, data.initiate_login_uri, ...data.redirect_uris].every(onDomain)) {
    return "an address is not of the tool's domain";
  }
  const deep = messages.find(({ type }) => type === "LtiDeepLinkingRequest");
  const offered: string[] = Object.values(scopes);
  const tool = {
    name: data.client_name,
    loginUrl: data.initiate_login_uri,
    redirectUris: data.redirect_uris,
    jwksUrl: data.jwks_uri,
    scopes: data.scope.split(" ").filter((scope) => offered.includes(scope)),
    targetLinkUri: target,
    deepLinkingUri: deep?.target_link_uri ?? target,
  };
  return { sent: data, tool };
}

/** What the platform answers: the description as registered, with the client's id. */
export const registered = (
  sent: Record<string, unknown>,
  clientId: string,
  deploymentId: string,
) => ({
  ...sent,
  client_id: clientId,
  [toolKey]: { ...Object(sent[toolKey]), deployment_id: deploymentId },
});
