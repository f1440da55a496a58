// How platforms differ in what they send and omit. Each line has its source; all were read
// on 2026-11-30.
import type { Claims } from "./signed-tokens";

const lti = "https://purl.imsglobal.org/spec/lti/claim/";

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
  scoreStatus: 200 | 204;
};

const asObject = (value: unknown): Claims =>
  typeof value === "object" && value !== null ? { ...value } : {};

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
};

/** Moodle: https://github.com/moodle/moodle, mod/lti/locallib.php and mod/lti/service. */
export const moodle: Profile = {
  ...plain,
  product: "moodle",
  // lti_build_login_request: `lti_deployment_id` is the number of the tool's type.
  deploymentId: "1",
  // lti_build_login_request: the hint is JSON.
  messageHint: (id) => JSON.stringify({ cmid: "7", launchid: `ltilaunch7_${id}` }),
  readMessageHint: (hint) => {
    const read: { launchid?: string } = JSON.parse(hint);
    return (read.launchid ?? "").replace("ltilaunch7_", "");
  },
  // lti_initiate_login: a form that posts itself.
  loginMethod: "POST",
  // The login's parameters have no storage target.
  storageTarget: null,
  // lti_sign_jwt: `sub` is the user's number as a string; basic-lti's extra parameters
  // come as one claim.
  shape: (claims) => ({
    ...claims,
    "https://purl.imsglobal.org/spec/lti/claim/ext": { lms: "moodle-2" },
  }),
  // gradebookservices: a line item's address has the tool's type in its query.
  lineItemQuery: "?type_id=1",
  // scores.php: `set_code(200)`.
  scoreStatus: 200,
};

/**
 * Canvas: https://developerdocs.instructure.com/services/canvas/external-tools/lti (launch
 * overview), https://github.com/instructure/canvas-lms, lib/lti/messages/jwt_message.rb.
 */
export const canvas: Profile = {
  ...plain,
  product: "canvas",
  // Launch overview: Instructure's own instances all have one issuer.
  issuer: () => "https://canvas.instructure.com",
  // An example launch: the deployment has a colon in it.
  deploymentId: "189:7f956bcc8f67cd076ae464862ce83596a1bb3293",
  loginMethod: "POST",
  // Launch overview: the frame that forwards messages to Canvas.
  storageTarget: "post_message_forwarding",
  shape: (claims, clientId) => {
    const link = claims[`${lti}resource_link`];
    return {
      ...claims,
      azp: clientId,
      // An example launch: what has no value is there, and null.
      ...(link !== undefined && {
        [`${lti}resource_link`]: { description: null, title: null, ...asObject(link) },
      }),
      errors: { errors: {} },
      // jwt_message.rb: `lti11_legacy_user_id`, placement as an extension.
      [`${lti}lti11_legacy_user_id`]: `legacy-${claims.sub}`,
      "https://www.instructure.com/placement": "assignment_selection",
      locale: "en",
    };
  },
  scoreStatus: 200,
};

/** Open edX: https://github.com/openedx/xblock-lti-consumer, lti_consumer/lti_1p3. */
export const openEdx: Profile = {
  ...plain,
  product: "Open edX",
  // consumer.py, prepare_preflight_url: the login is an address; no storage target.
  storageTarget: null,
  // consumer.py: `azp` beside one audience; a context without a title unless one is set.
  shape: (claims, clientId) => ({
    ...claims,
    azp: clientId,
    [`${lti}context`]: {
      ...asObject(claims[`${lti}context`]),
      title: undefined,
      label: undefined,
    },
  }),
  // nprs.py: the service is named where the block allows it alone.
  hasMemberships: false,
  // consumer.py, set_user_data: names where the block shares them alone.
  sharesNames: false,
  // extensions/rest_framework: a score that was taken is answered as it stands.
  scoreStatus: 200,
};

export const profiles = { plain, moodle, canvas, openEdx };
