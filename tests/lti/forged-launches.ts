// Launches that are forged or broken, each with the reason for which it is to be refused.
// They are made from a launch that would pass, with one thing wrong.
import { constants, createHmac, type KeyObject, sign } from "node:crypto";
import { claim, deepLinking, roles } from "./messages";
import {
  base64url,
  type Claims,
  type SigningKey,
  signToken,
  tokenBody,
} from "./signed-tokens";

/** A launch that would pass, and what a forger has beside it. */
export type Stage = {
  state: string;
  /** What the tool gave the browser to keep, to know it again by. */
  proof: string;
  claims: Claims;
  key: SigningKey;
  /** A key that no platform shows. */
  stranger: SigningKey;
  /** Another platform that the tool knows: its key, issuer, client, and a login of its own. */
  neighbour: { key: SigningKey; issuer: string; clientId: string; state: string };
  /** Another login of the same browser with the same platform. */
  second: { state: string; nonce: string };
};

export type Sent = {
  fields: readonly (readonly [name: string, value: string])[];
  /** Instead of the fields, with this type. */
  body?: string;
  type?: string;
  /** Sent by a browser that did not begin the login. */
  fromElsewhere?: boolean;
};

export type Forgery = { name: string; refusal: string; make(stage: Stage): Sent };

const seconds = () => Math.floor(Date.now() / 1000);
const jsonOf = (value: unknown) => JSON.stringify(value) ?? "nothing";

const withToken = (token: string, { state }: Stage): Sent => ({
  fields: [
    ["id_token", token],
    ["state", state],
  ],
});

const good = ({ claims, key }: Stage) => signToken(claims, key);

/** A launch with another token in it. */
const token = (
  name: string,
  refusal: string,
  make: (stage: Stage) => string,
): Forgery => ({
  name,
  refusal,
  make: (stage) => withToken(make(stage), stage),
});

/** A launch that is signed as it should be, with other claims. */
const claims = (
  name: string,
  refusal: string,
  change: Claims | ((stage: Stage) => Claims),
): Forgery =>
  token(name, refusal, (stage) => {
    const changed = typeof change === "function" ? change(stage) : change;
    return signToken({ ...stage.claims, ...changed }, stage.key);
  });

const form = (name: string, refusal: string, make: (stage: Stage) => Sent): Forgery => ({
  name,
  refusal,
  make,
});

/** What is wrong with the form that a launch comes in. */
const forms: Forgery[] = [
  form("no fields", "bad-state", () => ({ fields: [] })),
  form("no token", "missing-field", ({ state }) => ({ fields: [["state", state]] })),
  form("no state", "bad-state", (stage) => ({ fields: [["id_token", good(stage)]] })),
  ...["id_token", "state"].map((name) =>
    form(`${name} twice`, "doubled-field", (stage) => {
      const { fields } = withToken(good(stage), stage);
      return { fields: [...fields, ...fields.filter(([field]) => field === name)] };
    }),
  ),
  form("a second, unsigned token", "doubled-field", (stage) => ({
    fields: [...withToken(good(stage), stage).fields, ["id_token", "a.b.c"]],
  })),
  form("JSON instead of a form", "bad-form", (stage) => ({
    fields: [],
    body: JSON.stringify(Object.fromEntries(withToken(good(stage), stage).fields)),
    type: "application/json",
  })),
  form("a form as plain text", "bad-form", (stage) => ({
    fields: [],
    body: `id_token=${good(stage)}&state=${stage.state}`,
    type: "text/plain",
  })),
  token("a token of two megabytes", "too-large", (stage) =>
    signToken({ ...stage.claims, name: "n".repeat(1_500_000) }, stage.key),
  ),
  form("a state of two megabytes", "too-large", (stage) => ({
    fields: [
      ["id_token", good(stage)],
      ["state", "s".repeat(2_000_000)],
    ],
  })),
  form("an error of the platform’s", "platform-error", ({ state }) => ({
    fields: [
      ["error", "login_required"],
      ["state", state],
    ],
  })),
];

const changedState = (name: string, change: (stage: Stage) => string): Forgery =>
  form(`state ${name}`, "bad-state", (stage) => ({
    fields: [
      ["id_token", good(stage)],
      ["state", change(stage)],
    ],
  }));

const states: Forgery[] = [
  changedState("of a forger", () => "f".repeat(40)),
  changedState("of a forger’s JWT", ({ claims, stranger }) =>
    signToken(claims, stranger),
  ),
  changedState("of the token itself", (stage) => good(stage)),
  changedState("cut short", ({ state }) => state.slice(0, -4)),
  changedState("with something behind", ({ state }) => `${state}AAAA`),
  changedState("with a letter changed", ({ state }) => {
    const at = Math.floor(state.length / 2);
    return state.slice(0, at) + (state[at] === "A" ? "B" : "A") + state.slice(at + 1);
  }),
  changedState("without its seal", ({ state }) => state.split(".").slice(0, 2).join(".")),
  changedState("with another’s seal", ({ state, second }) =>
    [...state.split(".").slice(0, 2), second.state.split(".")[2]].join("."),
  ),
  form("state of another browser", "not-this-browser", (stage) => ({
    ...withToken(good(stage), stage),
    fromElsewhere: true,
  })),
  form("proof that another site’s page posts", "not-this-browser", (stage) => ({
    fields: [...withToken(good(stage), stage).fields, ["proof", stage.proof]],
    fromElsewhere: true,
  })),
  form("state of another login", "wrong-nonce", (stage) => ({
    ...withToken(good(stage), { ...stage, state: stage.second.state }),
  })),
  form("state of another platform’s login", "unknown-key", (stage) => ({
    ...withToken(good(stage), { ...stage, state: stage.neighbour.state }),
  })),
];

/** A token whose parts are these texts, signed. */
const parts = (header: string | Claims, payload: string | Claims, { key }: Stage) => {
  const body = tokenBody(
    typeof header === "string" ? header : { alg: "RS256", kid: key.kid, ...header },
    payload,
  );
  return `${body}.${sign("sha256", Buffer.from(body), key.privateKey).toString("base64url")}`;
};

const pieces = (stage: Stage) => {
  const [header = "", payload = "", signature = ""] = good(stage).split(".");
  return { header, payload, signature };
};

const noTokens: readonly (readonly [string, (stage: Stage) => string])[] = [
  ["a word", () => "token"],
  ["dots alone", () => ".."],
  ["a header alone", (stage) => pieces(stage).header],
  ["two parts", (stage) => good(stage).split(".").slice(0, 2).join(".")],
  ["four parts", (stage) => `${good(stage)}.AAAA`],
  ["five parts, as an encrypted one", (stage) => `${good(stage)}.AAAA.AAAA`],
  ["no header", (stage) => `.${pieces(stage).payload}.${pieces(stage).signature}`],
  ["no claims", (stage) => `${pieces(stage).header}..${pieces(stage).signature}`],
  ["no signature", (stage) => `${pieces(stage).header}.${pieces(stage).payload}.`],
  ["a space before", (stage) => ` ${good(stage)}`],
  ["a line’s end in it", (stage) => good(stage).replace(".", ".\n")],
  ["padding in its claims", (stage) => good(stage).replace(/\.(?=[^.]*$)/, "==.")],
  ["letters of plain base64 in its claims", (stage) => good(stage).replace(".", ".+/")],
  ["a header that is no JSON", (stage) => parts("{alg", stage.claims, stage)],
  ["a header cut short", (stage) => good(stage).slice(7)],
  ["JSON and more for its header", (stage) => parts('{"alg":"RS256"} x', "{}", stage)],
  ["claims that are no JSON", (stage) => parts({}, "iss=platform", stage)],
  ["claims and more", (stage) => parts({}, `${JSON.stringify(stage.claims)}{}`, stage)],
  [
    "claims cut short",
    (stage) => parts({}, JSON.stringify(stage.claims).slice(0, -1), stage),
  ],
  ...['["a"]', '"a"', "null", "1", "true"].flatMap(
    (json) =>
      [
        [`${json} for its header`, (stage: Stage) => parts(json, stage.claims, stage)],
        [`${json} for its claims`, (stage: Stage) => parts({}, json, stage)],
      ] as const,
  ),
  [
    "claims that are no UTF-8",
    (stage) => {
      const { header, signature } = pieces(stage);
      return `${header}.${Buffer.from([0x7b, 0xff, 0x7d]).toString("base64url")}.${signature}`;
    },
  ],
];

/** The claims as JSON, with one name a second time. */
const twice = (claims: Claims, name: string, value: unknown) =>
  `${JSON.stringify(claims).slice(0, -1)},${name}:${JSON.stringify(value)}}`;

const doubled: readonly (readonly [string, (stage: Stage) => string])[] = [
  ...["iss", "aud", "sub", "exp", "nonce", claim("deployment_id"), claim("roles")].map(
    (name) =>
      [
        `${name} twice`,
        (stage: Stage) =>
          parts({}, twice(stage.claims, `"${name}"`, stage.claims[name]), stage),
      ] as const,
  ),
  [
    "sub twice, once with an escape",
    (stage) => parts({}, twice(stage.claims, '"s\\u0075b"', "somebody"), stage),
  ],
  [
    "the course’s id twice",
    ({ claims, ...stage }) => {
      const context = claim("context");
      const { [context]: _, ...rest } = claims;
      const doubled = `,"${context}":{"id":"a","id":"b"}}`;
      return parts({}, JSON.stringify(rest).slice(0, -1) + doubled, { claims, ...stage });
    },
  ],
  [
    "alg twice in the header",
    ({ key, ...stage }) =>
      parts(`{"alg":"none","alg":"RS256","kid":"${key.kid}"}`, stage.claims, {
        key,
        ...stage,
      }),
  ],
  [
    "kid twice in the header",
    ({ key, ...stage }) =>
      parts(`{"alg":"RS256","kid":"x","kid":"${key.kid}"}`, stage.claims, {
        key,
        ...stage,
      }),
  ],
];

const readings: Forgery[] = [
  ...noTokens.map(([name, make]) => token(`token with ${name}`, "malformed-token", make)),
  ...doubled.map(([name, make]) => token(name, "doubled-claim", make)),
];

/** A token that says it is signed with `alg`, and is where `make` can. */
const algorithm = (alg: unknown, make: (body: string, stage: Stage) => Buffer): Forgery =>
  token(`alg ${jsonOf(alg)}`, "wrong-algorithm", (stage) => {
    const body = tokenBody({ alg, kid: stage.key.kid }, stage.claims);
    return `${body}.${make(body, stage).toString("base64url")}`;
  });

const rsa =
  (hash: string, padding?: number) =>
  (body: string, { key }: Stage) => {
    const settings: { key: KeyObject; padding?: number } = { key: key.privateKey };
    if (padding !== undefined) settings.padding = padding;
    return sign(hash, Buffer.from(body), settings);
  };

const hmac =
  (hash: string, secret: (stage: Stage) => string) => (body: string, stage: Stage) =>
    createHmac(hash, secret(stage)).update(body).digest();

const shown = ({ key }: Stage) => JSON.stringify(key.publicKey);

const algorithms: Forgery[] = [
  ...["none", "None", "NONE", "nOnE", "none "].map((alg) =>
    algorithm(alg, () => Buffer.from("x")),
  ),
  ...["HS256", "HS384", "HS512"].map((alg) =>
    algorithm(alg, hmac(alg.replace("HS", "sha"), shown)),
  ),
  ...["RS384", "RS512"].map((alg) => algorithm(alg, rsa(alg.replace("RS", "sha")))),
  ...["PS256", "PS384", "PS512"].map((alg) =>
    algorithm(alg, rsa(alg.replace("PS", "sha"), constants.RSA_PKCS1_PSS_PADDING)),
  ),
  ...["ES256", "ES256K", "EdDSA", "RSA-OAEP", "dir", "rs256", "RS256 ", "RS1", ""].map(
    (alg) => algorithm(alg, rsa("sha256")),
  ),
  ...[null, 256, true, ["RS256"], { RS256: 1 }, undefined].map((alg) =>
    algorithm(alg, rsa("sha256")),
  ),
  token("HS256 with the public key’s modulus", "wrong-algorithm", (stage) => {
    const body = tokenBody({ alg: "HS256", kid: stage.key.kid }, stage.claims);
    const modulus = String(stage.key.publicKey.n);
    const mac = createHmac("sha256", Buffer.from(modulus, "base64url")).update(body);
    return `${body}.${mac.digest("base64url")}`;
  }),
];

const attacker = ({ stranger }: Stage) => ({
  jwk: stranger.publicKey,
  jku: "https://forger.test/keys",
  x5u: "https://forger.test/chain",
  x5c: ["MIIB"],
});

/** A token signed with a key of the forger’s, and what its header says. */
const foreignKey = (name: string, refusal: string, header: (stage: Stage) => Claims) =>
  token(name, refusal, (stage) => signToken(stage.claims, stage.stranger, header(stage)));

const keys: Forgery[] = [
  foreignKey("a forger’s key, by its own id", "unknown-key", () => ({})),
  foreignKey("a forger’s key, by the platform’s id", "bad-signature", ({ key }) => ({
    kid: key.kid,
  })),
  token("another platform’s key", "unknown-key", (stage) =>
    signToken(stage.claims, stage.neighbour.key),
  ),
  token("another platform’s key, by this one’s id", "bad-signature", (stage) =>
    signToken(stage.claims, stage.neighbour.key, { kid: stage.key.kid }),
  ),
  ...(["jwk", "jku", "x5u", "x5c"] as const).flatMap((name) => [
    foreignKey(`${name} in the header`, "unknown-key", (stage) => ({
      [name]: attacker(stage)[name],
    })),
    foreignKey(`${name} in the header, the platform’s id`, "bad-signature", (stage) => ({
      [name]: attacker(stage)[name],
      kid: stage.key.kid,
    })),
  ]),
  ...[
    undefined,
    null,
    "",
    7,
    true,
    ["a"],
    { kid: 1 },
    "../../keys/0",
    "' OR ''='",
    "k\u0000",
    "k".repeat(5000),
    "__proto__",
  ].map((kid, at) =>
    token(`kid ${jsonOf(kid).slice(0, 30)} (${at})`, "unknown-key", (stage) =>
      signToken(stage.claims, stage.key, { kid }),
    ),
  ),
  ...[
    { crit: ["b64"], b64: false },
    { crit: ["b64"], b64: true },
    { crit: ["next"], next: 1 },
    { crit: ["exp"] },
    { crit: [] },
    { crit: "b64" },
  ].map((header) =>
    token(`header with ${jsonOf(header)}`, "bad-signature", (stage) =>
      signToken(stage.claims, stage.key, header),
    ),
  ),
];

const signatures: Forgery[] = [
  ...(
    [
      ["cut short", (signature) => signature.slice(0, -10)],
      ["with a byte more", (signature) => `${signature}AA`],
      ["with its first letter changed", (signature) => flip(signature, 0)],
      ["with its middle changed", (signature) => flip(signature, 171)],
      ["all zeros", () => "A".repeat(342)],
      ["of one byte", () => "AA"],
      ["backwards", (signature) => [...signature].reverse().join("")],
      ["in words", () => base64url("signed by the platform")],
    ] satisfies [string, (signature: string) => string][]
  ).map(([name, change]) =>
    token(`signature ${name}`, "bad-signature", (stage) => {
      const { header, payload, signature } = pieces(stage);
      return `${header}.${payload}.${change(signature)}`;
    }),
  ),
  token("signature of other claims", "bad-signature", (stage) => {
    const { header, payload } = pieces(stage);
    const other = signToken({ ...stage.claims, sub: "other" }, stage.key).split(".")[2];
    return `${header}.${payload}.${other}`;
  }),
  ...(
    [
      ["somebody else", { sub: "somebody" }],
      ["an instructor", { [claim("roles")]: [roles.instructor] }],
      ["another course", { [claim("context")]: { id: "another" } }],
      ["later", { exp: 4_000_000_000 }],
    ] satisfies [string, Claims][]
  ).map(([name, change]) =>
    token(`claims made those of ${name} after signing`, "bad-signature", (stage) => {
      const { header, signature } = pieces(stage);
      return `${header}.${base64url(JSON.stringify({ ...stage.claims, ...change }))}.${signature}`;
    }),
  ),
];

const flip = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);

const wrongValues = [undefined, null, 7, true, "", ["x"], { x: 1 }];

/** Claims that must be there, what is said without them, and which wrong values pass. */
const required: readonly (readonly [string, string, (readonly unknown[])?])[] = [
  ["iss", "wrong-issuer"],
  ["aud", "wrong-audience"],
  ["exp", "bad-times", [7]],
  ["iat", "bad-times", [7]],
  ["nonce", "wrong-nonce"],
  ["sub", "anonymous"],
  [claim("message_type"), "wrong-message"],
  [claim("version"), "wrong-version"],
  [claim("deployment_id"), "unknown-deployment"],
  [claim("target_link_uri"), "wrong-target"],
  [claim("context"), "no-context"],
  [claim("resource_link"), "no-resource-link"],
];

const shapes: Forgery[] = required.flatMap(([name, refusal, passing = []]) =>
  wrongValues
    .filter((value) => !passing.includes(value))
    .map((value) =>
      claims(`${name.split("/").at(-1)} ${jsonOf(value)}`, refusal, { [name]: value }),
    ),
);

const times: Forgery[] = [
  ...[70, 3600, 86_400 * 365].map((ago) =>
    claims(`expired ${ago} seconds ago`, "expired", () => ({
      iat: seconds() - ago - 60,
      exp: seconds() - ago,
    })),
  ),
  claims("exp 0", "expired", { exp: 0 }),
  claims("exp in milliseconds of a past day", "expired", () => ({ exp: -1 })),
  ...[70, 3600, 86_400].map((ahead) =>
    claims(`made in ${ahead} seconds`, "issued-later", () => ({
      iat: seconds() + ahead,
      exp: seconds() + ahead + 3600,
    })),
  ),
  claims("made in milliseconds", "issued-later", () => ({ iat: Date.now() })),
  ...["iat", "exp"].map((name) =>
    claims(`${name} as text`, "bad-times", () => ({ [name]: String(seconds()) })),
  ),
  token("exp beyond all numbers", "bad-times", (stage) => {
    const { exp: _, ...rest } = stage.claims;
    return parts({}, `${JSON.stringify(rest).slice(0, -1)},"exp":1e400}`, stage);
  }),
];

const parties: Forgery[] = [
  claims("aud another client", "wrong-audience", { aud: "somebody" }),
  claims("aud another platform’s client", "wrong-audience", ({ neighbour }) => ({
    aud: neighbour.clientId,
  })),
  claims("aud others", "wrong-audience", { aud: ["a", "b"] }),
  claims("aud nobody", "wrong-audience", { aud: [] }),
  claims("aud in capitals", "wrong-audience", ({ claims }) => ({
    aud: String(claims.aud).toUpperCase(),
  })),
  claims("aud with a space", "wrong-audience", ({ claims }) => ({
    aud: `${claims.aud} `,
  })),
  claims("aud in a list within a list", "wrong-audience", ({ claims }) => ({
    aud: [[claims.aud]],
  })),
  claims("aud two, azp missing", "wrong-party", ({ claims }) => ({
    aud: [claims.aud, "somebody"],
  })),
  claims("aud two, azp the other", "wrong-party", ({ claims }) => ({
    aud: [claims.aud, "somebody"],
    azp: "somebody",
  })),
  claims("aud one, azp another", "wrong-party", { azp: "somebody" }),
  claims("azp a number", "wrong-party", { azp: 7 }),
  claims("azp a list", "wrong-party", ({ claims }) => ({ azp: [claims.aud] })),
  claims("azp empty", "wrong-party", { azp: "" }),
];

const issuers: Forgery[] = [
  claims("iss with a slash behind", "wrong-issuer", ({ claims }) => ({
    iss: `${claims.iss}/`,
  })),
  claims("iss in capitals", "wrong-issuer", ({ claims }) => ({
    iss: String(claims.iss).toUpperCase(),
  })),
  claims("iss another known platform", "wrong-issuer", ({ neighbour }) => ({
    iss: neighbour.issuer,
  })),
  claims("iss in a list", "wrong-issuer", ({ claims }) => ({ iss: [claims.iss] })),
  token("all of another platform’s", "unknown-key", ({ claims, neighbour }) =>
    signToken(
      { ...claims, iss: neighbour.issuer, aud: neighbour.clientId },
      neighbour.key,
    ),
  ),
];

const nonces: Forgery[] = [
  claims("nonce of a forger", "wrong-nonce", { nonce: "forged-nonce" }),
  claims("nonce of another login", "wrong-nonce", ({ second }) => ({
    nonce: second.nonce,
  })),
  claims("nonce in capitals", "wrong-nonce", ({ claims }) => ({
    nonce: flip(String(claims.nonce), 0),
  })),
  claims("nonce in a list", "wrong-nonce", ({ claims }) => ({ nonce: [claims.nonce] })),
];

const deployments: Forgery[] = [
  "deployment-2",
  "DEPLOYMENT-1",
  " deployment-1",
  "1",
  "d".repeat(300),
].map((id) =>
  claims(`deployment ${id.slice(0, 20)}`, "unknown-deployment", {
    [claim("deployment_id")]: id,
  }),
);

const targets: Forgery[] = [
  "https://forger.test/labs/network",
  "/labs/network",
  "javascript:alert(1)",
  "http://school.test.forger.test/",
  "http://school.test@forger.test/",
  "http://school.test/lessons/deep-learning",
].map((target) =>
  claims(`target ${target}`, "wrong-target", { [claim("target_link_uri")]: target }),
);

const messages: Forgery[] = [
  ...[
    "LtiDeepLinkingResponse",
    "LtiStartProctoring",
    "LtiSubmissionReviewRequest",
    "basic-lti-launch-request",
    "ContentItemSelectionRequest",
    "ltiresourcelinkrequest",
    "LtiResourceLinkRequest ",
  ].map((type) =>
    claims(`message ${type}`, "wrong-message", { [claim("message_type")]: type }),
  ),
  ...["1.3", "1.1.0", "1.3.1", "2.0.0", "LTI-1p0", "1.3.0 "].map((version) =>
    claims(`version ${version}`, "wrong-version", { [claim("version")]: version }),
  ),
];

const settings = deepLinking("deep_linking_settings");
const teaching = { [claim("roles")]: [roles.instructor] };
const choosing = { [claim("message_type")]: "LtiDeepLinkingRequest" };
const returning = {
  deep_link_return_url: "https://lms.test/back",
  accept_types: ["ltiResourceLink"],
};

const choices: Forgery[] = [
  claims("a choice without settings", "no-return", { ...choosing, ...teaching }),
  claims("a learner’s choice", "not-a-teacher", { ...choosing, [settings]: returning }),
  ...[null, 7, "x", [], {}, { ...returning, deep_link_return_url: 7 }].map((value) =>
    claims(`choice with settings ${jsonOf(value)}`, "no-return", {
      ...choosing,
      ...teaching,
      [settings]: value,
    }),
  ),
  ...["", "back", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"].map(
    (url) =>
      claims(`choice brought back to ${url}`, "no-return", {
        ...choosing,
        ...teaching,
        [settings]: { ...returning, deep_link_return_url: url },
      }),
  ),
];

const long = "x".repeat(256);

const people: Forgery[] = [
  ...[
    [],
    ["Observer"],
    // Of a platform that names itself, as who may teach in another of its courses.
    ["Instructor", "Student"].map(
      (name) => `http://purl.imsglobal.org/vocab/lis/v2/institution/person#${name}`,
    ),
  ].map((list) => claims(`roles ${jsonOf(list)}`, "no-role", { [claim("roles")]: list })),
  ...[null, 7, "Learner", { 0: roles.learner }, [7], Array(200).fill(roles.learner)].map(
    (value) =>
      claims(`roles as ${jsonOf(value).slice(0, 40)}`, "bad-claim", {
        [claim("roles")]: value,
      }),
  ),
  claims("a sub of 256 letters", "anonymous", { sub: long }),
  claims("a sub with NUL", "anonymous", { sub: "a\u0000b" }),
  claims("a sub with half a letter", "anonymous", { sub: "a\ud800b" }),
  ...(
    [
      ["context", "no-context"],
      ["resource_link", "no-resource-link"],
    ] as const
  ).flatMap(([name, refusal]) =>
    [
      {},
      { id: null },
      { id: 7 },
      { id: "" },
      { id: long },
      { id: "a\u0000" },
      { id: ["a"] },
    ].map((value) =>
      claims(`${name} ${jsonOf(value).slice(0, 40)}`, refusal, { [claim(name)]: value }),
    ),
  ),
  ...["/labs/nothing", "/labs/network?assignment=9", "https://forger.test/", "x"].map(
    (link) =>
      claims(`assignment ${link}`, "bad-assignment", {
        [claim("custom")]: { assignment: link },
      }),
  ),
];

type Fields = Record<string, string>;

/** A login that is broken: its fields instead of those that the platform sends. */
export type LoginForgery = {
  name: string;
  refusal: string;
  change(fields: Fields): Fields;
};

const login = (name: string, refusal: string, change: (fields: Fields) => Fields) => ({
  name: `login ${name}`,
  refusal,
  change,
});

const without = (name: string) =>
  login(`without ${name}`, "missing-field", ({ [name]: _, ...rest }) => rest);

/** Logins that no launch may follow. */
export const loginForgeries: readonly LoginForgery[] = [
  ...["iss", "login_hint", "target_link_uri"].map(without),
  login("of an unknown platform", "unknown-platform", (fields) => ({
    ...fields,
    iss: "https://forger.test",
  })),
  login("for another client", "unknown-platform", (fields) => ({
    ...fields,
    client_id: "somebody",
  })),
  login("with a hint of a megabyte", "too-large", (fields) => ({
    ...fields,
    login_hint: "h".repeat(1_000_000),
  })),
  ...[
    "https://forger.test/labs/network",
    "//forger.test/labs/network",
    "/labs/network",
    "javascript:alert(1)",
    "http://school.test.forger.test/",
    "http://school.test@forger.test/",
    "http://school.test:81/",
    "not an address",
  ].map((target) =>
    login(`to ${target}`, "target-elsewhere", (fields) => ({
      ...fields,
      target_link_uri: target,
    })),
  ),
];

/** All of them; their names differ. */
export const forgeries: readonly Forgery[] = [
  ...[forms, states, readings, algorithms, keys, signatures, shapes, times, parties],
  ...[issuers, nonces, deployments, targets, messages, choices, people],
].flat();
