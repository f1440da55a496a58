// How platforms differ in what they send and omit. Beside each line stands the file that says
// so, in the repository and at the commit named above its profile; each was read on 2026-11-30.
import type { Claims } from "./signed-tokens";

const lti = "https://purl.imsglobal.org/spec/lti/claim/";
const vocabulary = "http://purl.imsglobal.org/vocab/lis/v2";

export type Profile = {
  product: string;
  /** The issuer of a platform that answers at `url`. */
  issuer(url: string): string;
  deploymentId: string;
  /** How the login carries the message that is to be launched. */
  messageHint(id: string): string;
  readMessageHint(hint: string): string;
  loginMethod: "GET" | "POST";
  /** Where the tool may keep its state, as the login says; null where it may not. */
  storageTarget: string | null;
  /** What this platform makes of the claims that the texts describe. */
  shape(claims: Claims, clientId: string): Claims;
  /** Whether launches name the service that lists a course's people. */
  hasMemberships: boolean;
  /** Whether people's names and addresses are told. */
  sharesNames: boolean;
  /** What a line item's address ends with. */
  lineItemQuery: string;
  /** The status of an answer to a score that was taken. */
  scoreStatus: 200 | 201 | 204;
  /** The status of an answer to a score that is no later than the last. */
  staleStatus: 400 | 409;
};

const asObject = (value: unknown): Claims =>
  typeof value === "object" && value !== null ? { ...value } : {};

/** The roles of a message. */
const rolesOf = (claims: Claims): unknown[] => {
  const told = claims[`${lti}roles`];
  return Array.isArray(told) ? told : [];
};

const teaches = (roles: readonly unknown[]) =>
  roles.some((role) => String(role).endsWith("#Instructor"));

const inInstitution = (name: string) => `${vocabulary}/institution/person#${name}`;

/** Claims without some of them. */
const without = (claims: Claims, names: readonly string[]): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));

const settings = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
const grades = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

/** The settings of deep linking, changed; nothing where somebody follows a link. */
const withSettings = (claims: Claims, change: (settings: Claims) => Claims): Claims =>
  claims[settings] === undefined
    ? {}
    : { [settings]: change(asObject(claims[settings])) };

/** As the texts of 1EdTech have it, with all that they allow. */
export const plain: Profile = {
  product: "next-pass-test-platform",
  issuer: (url) => url,
  deploymentId: "deployment-1",
  messageHint: (id) => id,
  readMessageHint: (hint) => hint,
  loginMethod: "GET",
  storageTarget: "_parent",
  shape: (claims) => claims,
  hasMemberships: true,
  sharesNames: true,
  lineItemQuery: "",
  scoreStatus: 204,
  // https://www.imsglobal.org/spec/lti-ags/v2p0, 3.4.7.
  staleStatus: 409,
};

/** Moodle: https://github.com/moodle/moodle, public/mod/lti, at 6c4bb2a. */
export const moodle: Profile = {
  ...plain,
  product: "moodle",
  // locallib.php, lti_sign_jwt: the number of the tool's type, as a string.
  deploymentId: "1",
  // locallib.php, lti_build_login_request: JSON with the module's number and the launch's id.
  messageHint: (id) => JSON.stringify({ cmid: "7", launchid: `ltilaunch7_${id}` }),
  readMessageHint: (hint) => {
    const read: { launchid?: string } = JSON.parse(hint);
    return (read.launchid ?? "").replace("ltilaunch7_", "");
  },
  // locallib.php, lti_initiate_login: a form that posts itself.
  loginMethod: "POST",
  // locallib.php, lti_build_login_request: six parameters, and no storage target.
  storageTarget: null,
  shape: (claims) => ({
    ...claims,
    // locallib.php, lti_sign_jwt: a message is good for a minute.
    exp: Number(claims.iat) + 60,
    // locallib.php, lti_sign_jwt: what basic-lti's parameters begin with ext_ is one claim.
    [`${lti}ext`]: { lms: "moodle-2" },
    // locallib.php, lti_get_jwt_claim_mapping: the media types are a list, where Deep Linking
    // 2.0 has a string; line items are not among the settings.
    ...withSettings(claims, (told) => ({
      ...without(told, ["accept_lineitem"]),
      accept_media_types: ["application/vnd.ims.lti.v1.ltilink"],
    })),
  }),
  // service/gradebookservices, scores.php: `type_id` is read from the query.
  lineItemQuery: "?type_id=1",
  // service/gradebookservices, scores.php, at 98645b5: `set_code(200)`.
  scoreStatus: 200,
};

/**
 * Canvas: https://github.com/instructure/canvas-lms, and messages that a Canvas of June 2025 sent:
 * https://github.com/alt-cs-lab/lti-toolkit, docs/content/02-lti/02-lti13-tool/index.md, at 42146e1.
 */
export const canvas: Profile = {
  ...plain,
  product: "canvas",
  // doc/api/lti_launch_overview.md, at 4dcdd7f: one issuer for all that Instructure hosts, but
  // beta and test ones.
  issuer: () => "https://canvas.instructure.com",
  // The messages: the deployment has a colon in it.
  deploymentId: "7:d3a2504bba5184799a38f141e8df2335cfa8206d",
  // doc/api/lti_launch_overview.md: the storage target is a parameter of the login's body.
  loginMethod: "POST",
  // The messages: the frame that forwards what is said to Canvas, in login and launch.
  storageTarget: "post_message_forwarding",
  shape: (claims, clientId) => {
    const link = claims[`${lti}resource_link`];
    const told = rolesOf(claims);
    return {
      ...claims,
      // The messages: `azp` beside one audience.
      azp: clientId,
      // The messages: roles in the institution and the system before and behind the course's.
      [`${lti}roles`]: [
        inInstitution(teaches(told) ? "Instructor" : "Student"),
        ...told,
        `${vocabulary}/system/person#User`,
      ],
      // The messages: a link's description, in HTML or null.
      ...(link !== undefined && {
        [`${lti}resource_link`]: { description: null, title: null, ...asObject(link) },
      }),
      // The messages: a list of line items by http, though the line item is by https.
      [grades]: {
        ...asObject(claims[grades]),
        lineitems: "http://canvas.test/api/lti/courses/3/line_items",
      },
      [`${lti}lti11_legacy_user_id`]: `legacy-${claims.sub}`,
      "https://www.instructure.com/placement": null,
      locale: "en",
      // lib/lti/messages/deep_linking_request.rb, at 062de5e: neither data nor line items are
      // among the settings; the data stays here, for the platform to know its own.
      ...withSettings(claims, (told) => without(told, ["accept_lineitem"])),
    };
  },
  // app/controllers/lti/ims/scores_controller.rb, at 26c9942: `render json:` of the result.
  scoreStatus: 200,
};

/** Open edX, its roles left open: https://github.com/openedx/xblock-lti-consumer. */
const openEdxWith = (roles: (told: readonly unknown[]) => unknown[]): Profile => ({
  ...plain,
  product: "Open edX",
  // docs/decisions/0002-lti-1p3-variables.rst, at 06b51e0: a fixed value.
  deploymentId: "1",
  // lti_consumer/lti_1p3/consumer.py, prepare_preflight_url, at 0b4997f: an address, and no
  // storage target.
  storageTarget: null,
  shape: (claims, clientId) => ({
    // consumer.py, get_lti_launch_message: deep linking comes without “extra claims”, the
    // course and its services among them; no message names the platform.
    ...without(claims, [
      `${lti}tool_platform`,
      ...(claims[settings] === undefined
        ? []
        : [`${lti}context`, `${lti}launch_presentation`, `${lti}custom`, grades]),
    ]),
    // consumer.py, get_lti_launch_message: `azp` beside one audience.
    azp: clientId,
    [`${lti}roles`]: roles(rolesOf(claims)),
    // lti_1p3/deep_linking.py, at 2866533: line items are not among the settings.
    ...withSettings(claims, (told) =>
      without(told, ["accept_lineitem", "accept_media_types"]),
    ),
  }),
  // consumer.py, enable_nrps: the service is named where the block allows it alone.
  hasMemberships: false,
  // consumer.py, set_user_data: a name where the block shares it alone.
  sharesNames: false,
  // lti_consumer/plugin/views.py, LtiAgsLineItemViewset.scores, at 01e5722: 201.
  scoreStatus: 201,
  // lti_consumer/lti_1p3/extensions/rest_framework/serializers.py, validate_timestamp: no
  // other status than for what is wrong.
  staleStatus: 400,
});

/**
 * Roles of the institution alone: lti_consumer/lti_1p3/constants.py, LTI_1P3_ROLE_MAP, at 8c08abe;
 * https://github.com/openedx/xblock-lti-consumer/issues/618, of 2026-03-09, says so, too.
 */
export const openEdx = openEdxWith((told) => [
  inInstitution(teaches(told) ? "Instructor" : "Student"),
]);

/** With roles of the course: docs/decisions/0008-lti-1p3-role-mapping-update.rst, at 2ee8abf. */
const newOpenEdx = openEdxWith((told) => [
  ...[`${vocabulary}/system/person#None`, inInstitution("None")],
  ...told,
]);

export const profiles = { plain, moodle, canvas, openEdx, newOpenEdx };
