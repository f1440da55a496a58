// How this site is registered by hand in each LMS, and where that goes wrong. Every outside
// fact has its source; `npm run facts` tells when one is to be read again.
import type { SourceName } from "@/content/sources";

const ags = "https://purl.imsglobal.org/spec/lti-ags/scope";
const nrps = "https://purl.imsglobal.org/spec/lti-nrps/scope";

/** What an LMS is told of this site: a path of it, or a text. */
export type RegistrationValue = {
  name: string;
  label: string;
  hint: string;
  path?: string;
  text?: string;
};

/** All of them. LMSs call them differently: see the guides. */
export const registrationValues = [
  {
    name: "login",
    label: "Login URL",
    hint: "Also: initiate login URL, OpenID Connect initiation URL.",
    path: "/api/lti/login",
  },
  {
    name: "launch",
    label: "Redirect URL",
    hint: "Also: redirection URI. Where the LMS’s messages go.",
    path: "/api/lti/launch",
  },
  {
    name: "target",
    label: "Target link URL",
    hint: "Also: launch URL, tool URL. Or the link of a lab, a lesson or an assignment, copied on this site.",
    path: "/",
  },
  {
    name: "keys",
    label: "Public key set URL",
    hint: "Also: JWKS URL, keyset URL. The keys change by themselves: give the address.",
    path: "/api/lti/keys",
  },
  {
    name: "deepLinking",
    label: "Deep linking URL",
    hint: "Also: content selection URL.",
    path: "/embed/place",
  },
  {
    name: "icon",
    label: "Icon URL",
    hint: "512 × 512 pixels.",
    path: "/icons/any-512.png",
  },
  {
    name: "scopes",
    label: "Scopes",
    hint: "Line items and scores for grades, memberships for the class’s list.",
    text: [`${ags}/lineitem`, `${ags}/score`, `${nrps}/contextmembership.readonly`].join(
      " ",
    ),
  },
] as const satisfies readonly RegistrationValue[];

type ValueName = (typeof registrationValues)[number]["name"];

/** A sentence of a guide, and the publication that says so. */
type Said = { text: string; source: SourceName };

export type PlatformGuide = {
  name: string;
  /** How the LMS takes an address that registers; null where it takes none. */
  dynamic: Said | null;
  /** Where in the LMS an administrator begins by hand. */
  where: Said;
  /** What the LMS calls each value of this site, or `{ text }` to be chosen or typed there. */
  fields: readonly (readonly [field: string, value: ValueName | { text: string }])[];
  /** What to do then, in order. */
  afterwards: readonly Said[];
  /** What goes wrong, and what to do about it. */
  traps: readonly Said[];
};

export const platformGuides: readonly PlatformGuide[] = [
  {
    name: "Moodle",
    dynamic: {
      text: "Moodle takes a registration address.",
      source: "unicon-registration",
    },
    where: {
      text: "Site administration → Plugins → Activity modules → External tool → Manage tools → configure a tool manually.",
      source: "moodle-lti-fields",
    },
    fields: [
      ["Tool URL", "target"],
      ["LTI version", { text: "LTI 1.3" }],
      ["Public key type", { text: "Keyset URL" }],
      ["Public keyset", "keys"],
      ["Initiate login URL", "login"],
      ["Redirection URI(s)", "launch"],
      ["Supports Deep Linking, Content Selection URL", "deepLinking"],
    ],
    afterwards: [
      {
        text: "Under Services, let it use grade sync and retrieve members’ information.",
        source: "moodle-lti-setup",
      },
      {
        text: "Set “Share launcher’s name with tool” and “Accept grades from the tool” to Always.",
        source: "moodle-lti-setup",
      },
      {
        text: "“View configuration details” of the tool shows the platform ID, client ID, deployment ID and three addresses that this site needs.",
        source: "moodle-lti-setup",
      },
    ],
    traps: [
      {
        text: "The deployment ID is the number of the tool, such as 1: it is not a name, and another tool’s is another number.",
        source: "moodle-lti-login",
      },
      {
        text: "Moodle’s login tells of no storage for the tool. Where the browser blocks third-party cookies, the lab goes on in a new window; “Default launch container: New window” spares learners that step.",
        source: "moodle-lti-login",
      },
      {
        text: "A grade that is older than the one Moodle has is refused; a grade that a teacher typed in Moodle therefore stays until the learner’s grade here changes.",
        source: "moodle-lti-scores",
      },
    ],
  },
  {
    name: "Canvas",
    dynamic: {
      text: "Canvas takes a registration address from an administrator, and asks to confirm and enable the tool afterwards.",
      source: "canvas-registration",
    },
    where: {
      text: "Admin → your account → Developer Keys → + Developer Key → + LTI Key, method “Manual Entry”.",
      source: "canvas-lti-key",
    },
    fields: [
      ["Target Link URI", "target"],
      ["Redirect URIs", "launch"],
      ["OpenID Connect Initiation URL", "login"],
      ["JWK Method", { text: "Public JWK URL" }],
      ["Public JWK URL", "keys"],
      [
        "Placements",
        {
          text: "Assignment Selection and Link Selection, each as LtiDeepLinkingRequest",
        },
      ],
      ["Privacy Level", { text: "Public" }],
    ],
    afterwards: [
      {
        text: "Under LTI Advantage Services enable all options.",
        source: "canvas-privacy",
      },
      {
        text: "Save, and switch the key’s state to ON. The client ID is the number in the key’s Details column.",
        source: "canvas-lti-key",
      },
      {
        text: "Settings → Apps → View App Configurations → + App, configuration type “By Client ID”. The cogwheel of the app then shows its Deployment ID.",
        source: "canvas-client-id",
      },
    ],
    traps: [
      {
        text: "The issuer of every Canvas that Instructure hosts is https://canvas.instructure.com, whatever its own address, or with canvas.beta or canvas.test for those environments; a self-hosted one has what its config/security.yml says.",
        source: "canvas-launch",
      },
      {
        text: "The authentication request URL of hosted Canvas is https://sso.canvaslms.com/api/lti/authorize_redirect. With the older one at canvas.instructure.com the frame goes on in a new window where the browser blocks cookies.",
        source: "canvas-launch",
      },
      {
        text: "The keys of hosted Canvas are at https://sso.canvaslms.com/api/lti/security/jwks; beta and test have others.",
        source: "canvas-configure",
      },
      {
        text: "With privacy level “Private” Canvas sends no names: learners are then called “Learner” with a few letters here.",
        source: "canvas-privacy",
      },
    ],
  },
  {
    name: "Blackboard",
    dynamic: {
      text: "Anthology’s Developer Portal takes a registration address: “LTI Dynamic Registration”.",
      source: "blackboard-register",
    },
    where: {
      text: "In Anthology’s Developer Portal register an application, and switch on “My Integration supports LTI 1.3”.",
      source: "blackboard-setup",
    },
    fields: [
      ["Login Initiation URL", "login"],
      ["Tool Redirect URL(s)", "launch"],
      ["Tool JWKS URL", "keys"],
      ["Signing Algorithm", { text: "RS256" }],
    ],
    afterwards: [
      {
        text: "The portal shows an application ID, which is the client ID, the issuer, and three addresses that this site needs.",
        source: "blackboard-setup",
      },
      {
        text: "In Blackboard: Admin → LTI Tool Providers → Register LTI 1.3/Advantage Tool, with the client ID. Editing the tool shows its deployment ID.",
        source: "blackboard-setup",
      },
      {
        text: "Send role in courses and name, allow grade service access and membership service access, and approve the tool.",
        source: "blackboard-services",
      },
    ],
    traps: [
      {
        text: "An application is registered once with Anthology, and institutions deploy it by its client ID. Issuer and client ID are the same for all of them: only the deployment ID tells them apart, so give this site the one of yours.",
        source: "blackboard-application",
      },
      {
        text: "Two applications cannot have the same domain: a site that is registered already is not registered again.",
        source: "blackboard-application",
      },
    ],
  },
  {
    name: "Brightspace",
    dynamic: {
      text: "Admin Tools → Manage Extensibility → LTI Advantage → Register Tool → Dynamic takes a registration address.",
      source: "brightspace-register",
    },
    where: {
      text: "Admin Tools → Manage Extensibility → LTI Advantage → Register Tool → Standard.",
      source: "brightspace-register",
    },
    fields: [
      ["Domain", { text: "the site’s address without a path" }],
      ["Redirect URLs", "launch"],
      ["OpenID Connect Login URL", "login"],
      ["Target Link URI", "target"],
      ["Keyset URL", "keys"],
      [
        "Extensions",
        {
          text: "Assignment and Grade Services, Deep Linking, Names and Role Provisioning Services",
        },
      ],
    ],
    afterwards: [
      {
        text: "The registration’s details then are the client ID, the issuer, the audience and three addresses that this site needs.",
        source: "brightspace-audience",
      },
      {
        text: "View Deployments → New Deployment: choose the tool, the extensions, and the org units that may use it.",
        source: "brightspace-deploy",
      },
    ],
    traps: [
      {
        text: "After dynamic registration the tool is disabled; enable it, and look at what it asked for.",
        source: "brightspace-register",
      },
      {
        text: "Brightspace has an “OAuth2 Audience” that is not the address for tokens: give it to this site, too.",
        source: "brightspace-audience",
      },
      {
        text: "With the security setting “Anonymous”, roles of the course are not sent: nobody is an instructor then.",
        source: "brightspace-register",
      },
    ],
  },
  {
    name: "Open edX",
    dynamic: null,
    where: {
      text: "In Studio, open the unit: Advanced → LTI Consumer, and edit it. The LTI version is LTI 1.3.",
      source: "openedx-setup",
    },
    fields: [
      ["Launch URL", "target"],
      ["Tool Initiate Login URL (OIDC)", "login"],
      ["Registered Redirect URIs", "launch"],
      ["Deep linking, Deep Linking Launch URL", "deepLinking"],
      ["Tool Public Key Mode", { text: "Keyset URL" }],
      ["Tool Keyset URL", "keys"],
    ],
    afterwards: [
      {
        text: "Set “This activity is graded” to Graded, leave “Assignment and Grades” at Declarative, and save: Studio then shows the issuer, client ID, deployment ID and three addresses that this site needs.",
        source: "openedx-setup",
      },
      {
        text: "Publish the unit: launches work from published units alone, and not from Studio.",
        source: "openedx-setup",
      },
    ],
    traps: [
      {
        text: "“Registered Redirect URIs” is a JSON list: put the value in quotes and square brackets.",
        source: "openedx-setup",
      },
      {
        text: "Names are sent only where a site operator allowed sharing them for the course and the component shares the full name; without them learners are called “Learner” with a few letters here.",
        source: "openedx-about",
      },
      {
        text: "“Names & Roles (NRPS)” is off by default: without it the class fills as learners come.",
        source: "openedx-setup",
      },
      {
        text: "Each component that was configured in Studio has a client ID of its own: this site takes it for an LMS of its own, with a class of its own. Components of a course that share a configuration in the LTI Store share a class.",
        source: "openedx-variables",
      },
      {
        text: "A component that was configured in Studio can be copied with its settings, but later changes reach no copy. Where an operator keeps the configuration in the LTI Store, one change reaches all.",
        source: "openedx-about",
      },
    ],
  },
];
