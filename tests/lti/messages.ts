// What a platform signs: the claims of its messages (LTI Core 1.3, Deep Linking 2.0).
import type { Profile } from "./profiles";
import type { Claims } from "./signed-tokens";

export const claim = (name: string) =>
  `https://purl.imsglobal.org/spec/lti/claim/${name}`;

export const deepLinking = (name: string) =>
  `https://purl.imsglobal.org/spec/lti-dl/claim/${name}`;

export const scopes = {
  lineItem: "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
  readLineItem: "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly",
  readResult: "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
  score: "https://purl.imsglobal.org/spec/lti-ags/scope/score",
  memberships:
    "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
};

const membership = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

export const roles = {
  learner: `${membership}Learner`,
  instructor: `${membership}Instructor`,
  assistant:
    "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant",
};

/** Somebody who has an account with the platform. */
export type Person = {
  id: string;
  givenName: string;
  familyName: string;
  email: string;
};

export type Member = Person & { roles: string[]; status: "Active" | "Inactive" };

export type Course = { id: string; label: string; title: string; members: Member[] };

/** A place in a course that leads to the tool. */
export type ResourceLink = {
  id: string;
  title: string;
  targetLinkUri: string;
  custom: Record<string, string>;
  lineItem: string | null;
};

/** What somebody pressed. */
export type Launch = {
  course: Course;
  member: Member;
  /** The link that is followed; null where the tool is to choose one (deep linking). */
  link: ResourceLink | null;
  targetLinkUri: string;
};

/** Where the services of a course answer. */
export type ServiceAddresses = {
  lineItems: string;
  lineItem: string | null;
  memberships: string;
  deepLinkReturn: string;
};

type Sender = { issuer: string; clientId: string; profile: Profile; scopes: string[] };

const seconds = () => Math.floor(Date.now() / 1000);

/** The claims of a launch, fresh; `nonce` is the one that the tool sent. */
export function launchClaims(
  { issuer, clientId, profile, scopes: allowed }: Sender,
  { course, member, link, targetLinkUri }: Launch,
  addresses: ServiceAddresses,
  nonce: string,
): Claims {
  const { id, givenName, familyName, email } = member;
  const claims: Claims = {
    iss: issuer,
    aud: clientId,
    sub: id,
    iat: seconds(),
    exp: seconds() + 3600,
    nonce,
    ...(profile.sharesNames && {
      name: `${givenName} ${familyName}`,
      given_name: givenName,
      family_name: familyName,
      email,
    }),
    [claim("version")]: "1.3.0",
    [claim("deployment_id")]: profile.deploymentId,
    [claim("target_link_uri")]: targetLinkUri,
    [claim("roles")]: member.roles,
    [claim("context")]: {
      id: course.id,
      label: course.label,
      title: course.title,
      type: ["http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering"],
    },
    [claim("tool_platform")]: {
      guid: "test-platform",
      name: "Test platform",
      product_family_code: profile.product,
      version: "1",
    },
    [claim("launch_presentation")]: { document_target: "iframe", locale: "en" },
    "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint": {
      scope: allowed.filter((scope) => scope !== scopes.memberships),
      lineitems: addresses.lineItems,
      ...(addresses.lineItem !== null && { lineitem: addresses.lineItem }),
    },
    ...(profile.hasMemberships && {
      "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {
        context_memberships_url: addresses.memberships,
        service_versions: ["2.0"],
      },
    }),
    ...(link ? linkClaims(link) : choiceClaims(addresses.deepLinkReturn)),
  };
  return profile.shape(claims, clientId);
}

const linkClaims = ({ id, title, custom }: ResourceLink): Claims => ({
  [claim("message_type")]: "LtiResourceLinkRequest",
  [claim("resource_link")]: { id, title },
  [claim("custom")]: custom,
});

const choiceClaims = (deepLinkReturn: string): Claims => ({
  [claim("message_type")]: "LtiDeepLinkingRequest",
  [deepLinking("deep_linking_settings")]: {
    deep_link_return_url: deepLinkReturn,
    accept_types: ["ltiResourceLink"],
    accept_presentation_document_targets: ["iframe", "window"],
    accept_media_types: "application/vnd.ims.lti.v1.ltilink",
    accept_multiple: true,
    accept_lineitem: true,
    auto_create: false,
    data: "csrf:8af9",
  },
});
