// How a launch begins and is answered: the login that goes to the tool, and what the platform
// sends when the tool asks who it is (Security Framework 1.0, section 5.1.1).
import { randomUUID } from "node:crypto";
import {
  type Course,
  type Launch,
  launchClaims,
  type Member,
  type ResourceLink,
} from "./messages";
import type { Profile } from "./profiles";
import type { Tool } from "./registering";
import { type Claims, type PublicKey, type SigningKey, signToken } from "./signed-tokens";

export type Client = Tool & { clientId: string; readKeys(): Promise<PublicKey[]> };

/** A launch that waits for the tool's answer to its login. */
type Begun = Launch & { client: Client };

/** A login as the browser carries it to the tool. */
export type Login = { url: string; method: "GET" | "POST"; fields: URLSearchParams };

/** What the platform would send to the tool's redirect URI, before it is signed. */
export type Prepared = { redirectUri: string; state: string; claims: Claims };

type Sender = {
  url: string;
  issuer: string;
  profile: Profile;
  clients: ReadonlyMap<string, Client>;
  signing(): SigningKey;
  /** The line items that belong to a resource link. */
  columnsOf(course: Course, linkId: string): string[];
};

/** Keeps the launches of a platform's people. */
export function openLogins(sender: Sender) {
  const { url, issuer, profile, clients, signing, columnsOf } = sender;
  const launches = new Map<string, Begun>();

  /** AGS 2.0, section 3.1: a launch names the line item of a link that has one alone. */
  function lineItemOf(course: Course, link: ResourceLink | null): string | null {
    if (!link) return null;
    const columns = columnsOf(course, link.id);
    return link.lineItem ?? (columns.length === 1 ? (columns[0] ?? null) : null);
  }

  function addressesOf(course: Course, link: ResourceLink | null) {
    const at = `${url}/courses/${course.id}`;
    const item = lineItemOf(course, link);
    return {
      lineItems: `${at}/line_items`,
      lineItem: item === null ? null : `${at}/line_items/${item}${profile.lineItemQuery}`,
      memberships: `${at}/memberships`,
      deepLinkReturn: `${at}/deep_link`,
    };
  }

  /** Begins a launch; without a link, the tool is to choose one (deep linking). */
  function begin(clientId: string, course: Course, member: Member, link?: ResourceLink) {
    const client = clients.get(clientId);
    if (!client) throw new Error("There is no such client.");
    const id = randomUUID();
    const targetLinkUri = link?.targetLinkUri ?? client.deepLinkingUri;
    launches.set(id, { client, course, member, link: link ?? null, targetLinkUri });
    return id;
  }

  const launchOf = (id: string) => {
    const launch = launches.get(id);
    if (!launch) throw new Error("There is no such launch.");
    return launch;
  };

  /** The login of a launch (Security Framework 5.1.1.1). */
  function loginOf(launchId: string): Login {
    const { client, member, targetLinkUri } = launchOf(launchId);
    const fields = new URLSearchParams({
      iss: issuer,
      login_hint: member.id,
      target_link_uri: targetLinkUri,
      client_id: client.clientId,
      lti_deployment_id: profile.deploymentId,
      lti_message_hint: profile.messageHint(launchId),
      ...(profile.storageTarget && { lti_storage_target: profile.storageTarget }),
    });
    return { url: client.loginUrl, method: profile.loginMethod, fields };
  }

  /** Judges the tool's authentication request (5.1.1.2); a string says what is wrong. */
  function prepare(fields: URLSearchParams): Prepared | string {
    const wanted = {
      scope: "openid",
      response_type: "id_token",
      response_mode: "form_post",
      prompt: "none",
    };
    for (const [name, value] of Object.entries(wanted)) {
      if (fields.get(name) !== value) return `${name} is not ${value}`;
    }
    const launch = launches.get(
      profile.readMessageHint(fields.get("lti_message_hint") ?? ""),
    );
    if (!launch) return "lti_message_hint is not the one that was sent";
    const { client, course, link, member } = launch;
    if (fields.get("client_id") !== client.clientId) return "client_id is another's";
    if (fields.get("login_hint") !== member.id) return "login_hint is not the one sent";
    const redirectUri = fields.get("redirect_uri") ?? "";
    if (!client.redirectUris.includes(redirectUri))
      return "redirect_uri is not registered";
    const nonce = fields.get("nonce") ?? "";
    const state = fields.get("state") ?? "";
    if (nonce.length < 8) return "nonce is missing or short";
    if (state.length < 8) return "state is missing or short";
    const { clientId, scopes } = client;
    const from = { issuer, profile, clientId, scopes };
    const claims = launchClaims(from, launch, addressesOf(course, link), nonce);
    return { redirectUri, state, claims };
  }

  /** The form that comes to the tool with a launch. */
  const formOf = ({ state, claims }: Prepared): [string, string][] => [
    ["id_token", signToken(claims, signing())],
    ["state", state],
    ...(profile.storageTarget
      ? [["lti_storage_target", profile.storageTarget] satisfies [string, string]]
      : []),
  ];

  return { begin, launchOf, loginOf, prepare, formOf };
}
