// The platform judges the tool; these tests say that it judges as the texts do.
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claim, deepLinking, scopes } from "./messages";
import { openPlatform, type Platform } from "./platform";
import { canvas, moodle, openEdx, plain } from "./profiles";
import type { Tool } from "./registering";
import { type Claims, makeKey, signToken, verifyToken } from "./signed-tokens";

const toolKey = makeKey();
const toolAt = "http://tool.test";
let jwksUrl = "";

const keyServer = createServer((_, response) => {
  response.end(JSON.stringify({ keys: [toolKey.publicKey] }));
});

beforeAll(async () => {
  await new Promise<void>((listening) => keyServer.listen(0, "127.0.0.1", listening));
  const at = keyServer.address();
  if (typeof at === "object" && at) jwksUrl = `http://127.0.0.1:${at.port}/keys`;
});

afterAll(() => {
  keyServer.close();
});

const tool = (): Tool => ({
  ...{ name: "Tool", loginUrl: `${toolAt}/login`, redirectUris: [`${toolAt}/launch`] },
  ...{ jwksUrl, scopes: Object.values(scopes) },
  ...{ targetLinkUri: `${toolAt}/target`, deepLinkingUri: `${toolAt}/choose` },
});

const seconds = () => Math.floor(Date.now() / 1000);

const assertion = (platform: Platform, clientId: string, change: Claims = {}) =>
  signToken(
    {
      ...{ iss: clientId, sub: clientId, aud: `${platform.url}/token` },
      ...{ iat: seconds(), exp: seconds() + 60, jti: Math.random().toString(36) },
      ...change,
    },
    toolKey,
  );

async function askToken(
  platform: Platform,
  client_assertion: string,
  change: Record<string, string> = {},
) {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    ...{ client_assertion, scope: Object.values(scopes).join(" "), ...change },
  });
  const response = await fetch(`${platform.url}/token`, { method: "POST", body });
  const told: Record<string, string> = await response.json();
  return { status: response.status, told };
}

async function withPlatform<T>(
  work: (platform: Platform) => Promise<T>,
  profile = plain,
) {
  const platform = await openPlatform({ profile });
  try {
    return await work(platform);
  } finally {
    await platform.close();
  }
}

/** A course with a learner and a line item, and what asks its services. */
async function openCourse(platform: Platform) {
  const clientId = platform.register(tool());
  const course = platform.addCourse();
  const ada = platform.enrol(course, "Ada Lovelace", "learner");
  const { told } = await askToken(platform, assertion(platform, clientId));
  const authorization = `Bearer ${told.access_token}`;
  const type = "application/vnd.ims.lis.v2.lineitem+json";
  const items = `${platform.url}/courses/${course.id}/line_items`;
  const made = await fetch(items, {
    method: "POST",
    headers: { authorization, "content-type": type },
    body: JSON.stringify({ label: "Spiral", scoreMaximum: 10, resourceLinkId: "link" }),
  });
  const { id: lineItem }: { id: string } = await made.json();
  const score = (
    change: Claims,
    more: { headers?: Record<string, string>; at?: string } = {},
  ) => {
    const to = new URL(more.at ?? lineItem);
    if (more.at === undefined) to.pathname += "/scores";
    return fetch(to, {
      method: "POST",
      headers: {
        authorization,
        "content-type": "application/vnd.ims.lis.v1.score+json",
        ...more.headers,
      },
      body: JSON.stringify({
        ...{ userId: ada.id, scoreGiven: 7, scoreMaximum: 10 },
        ...{ activityProgress: "Completed", gradingProgress: "FullyGraded" },
        timestamp: "2026-11-30T10:00:00.000Z",
        ...change,
      }),
    });
  };
  return { clientId, course, ada, authorization, items, lineItem, score };
}

test("the platform shares no code with the tool that it judges", () => {
  const files = readdirSync(new URL(".", import.meta.url)).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const imported = files.flatMap((file) => {
    const text = readFileSync(new URL(file, import.meta.url), "utf8");
    return [...text.matchAll(/from "([^"]+)"/g)].map(([, specifier = ""]) => specifier);
  });
  expect(imported.filter((name) => !/^(\.\/|node:|zod$)/.test(name))).toEqual([]);
});

test("a token is given for a good assertion, once, and for the client's own scopes", () =>
  withPlatform(async (platform) => {
    const clientId = platform.register({ ...tool(), scopes: [scopes.score] });
    const good = assertion(platform, clientId);
    const { status, told } = await askToken(platform, good);
    expect([status, told.scope]).toEqual([200, scopes.score]);
    expect((await askToken(platform, good)).told.error_description).toMatch(/before/);
    const only = { scope: scopes.memberships };
    const refused = await askToken(platform, assertion(platform, clientId), only);
    expect(refused.told.error).toBe("invalid_scope");
  }));

test.each<[string, Claims, RegExp]>([
  ["another issuer", { iss: "somebody" }, /no client/],
  ["another subject", { sub: "somebody" }, /sub/],
  ["another audience", { aud: "http://elsewhere.test/token" }, /aud/],
  ["no jti", { jti: undefined }, /jti/],
  ["past", { iat: 1000, exp: 1060 }, /past/],
  ["for a day", { exp: seconds() + 86_400 }, /hour/],
])("no token is given for an assertion with %s", (_, change, problem) =>
  withPlatform(async (platform) => {
    const clientId = platform.register(tool());
    const { status, told } = await askToken(
      platform,
      assertion(platform, clientId, change),
    );
    expect(status).toBe(401);
    expect(told.error_description).toMatch(problem);
  }),
);

test("an assertion that another key signed gets no token", () =>
  withPlatform(async (platform) => {
    const clientId = platform.register(tool());
    const [header, claims] = assertion(platform, clientId).split(".");
    const other = signToken({}, makeKey(toolKey.kid)).split(".")[2];
    const { told } = await askToken(platform, [header, claims, other].join("."));
    expect(told.error_description).toMatch(/signature/);
  }));

test("a score is taken when it is later than the last, and a result follows", () =>
  withPlatform(async (platform) => {
    const { course, ada, lineItem, score } = await openCourse(platform);
    const book = platform.gradebookOf(course);
    const id = lineItem.split("/").at(-1) ?? "";
    expect((await score({})).status).toBe(204);
    expect(book.result(id, ada.id)?.resultScore).toBe(7);
    for (const timestamp of ["2026-11-30T10:00:00.000Z", "2026-11-30T09:59:59.999Z"]) {
      expect((await score({ scoreGiven: 1, timestamp })).status).toBe(409);
    }
    const timestamp = "2026-11-30T12:00:00.001+02:00";
    expect((await score({ scoreGiven: 8, timestamp })).status).toBe(204);
    expect(book.result(id, ada.id)?.resultScore).toBe(8);
    const pending = {
      gradingProgress: "PendingManual",
      timestamp: "2026-11-30T11:00:00.0Z",
    };
    expect((await score(pending)).status).toBe(204);
    expect(book.result(id, ada.id)?.resultScore).toBe(8);
    expect(book.latest(id, ada.id)?.gradingProgress).toBe("PendingManual");
    expect(book.taken).toHaveLength(3);
  }));

test.each<[string, Claims, number]>([
  ["without a part of a second", { timestamp: "2026-11-30T10:00:00Z" }, 400],
  ["without a time zone", { timestamp: "2026-11-30T10:00:00.000" }, 400],
  ["without a maximum", { scoreMaximum: undefined }, 400],
  ["below nothing", { scoreGiven: -1 }, 400],
  ["in words of its own", { gradingProgress: "Done" }, 400],
  ["for a stranger", { userId: "stranger" }, 404],
])("a score %s is refused", (_, change, status) =>
  withPlatform(async (platform) => {
    const { score, course } = await openCourse(platform);
    expect((await score(change)).status).toBe(status);
    expect(platform.gradebookOf(course).taken).toEqual([]);
    expect(platform.complaints).toHaveLength(1);
  }),
);

test("a service wants its media type, its scope and a token", () =>
  withPlatform(async (platform) => {
    const { clientId, score } = await openCourse(platform);
    const plainJson = { "content-type": "application/json" };
    expect((await score({}, { headers: plainJson })).status).toBe(415);
    const { told } = await askToken(platform, assertion(platform, clientId), {
      scope: scopes.memberships,
    });
    const narrow = { authorization: `Bearer ${told.access_token}` };
    expect((await score({}, { headers: narrow })).status).toBe(403);
    platform.forgetTokens();
    expect((await score({})).status).toBe(401);
  }));

test("Moodle's line items keep their query, and their scores are behind the path", () =>
  withPlatform(async (platform) => {
    const { lineItem, score } = await openCourse(platform);
    expect(lineItem).toMatch(/\?type_id=1$/);
    expect((await score({}, { at: `${lineItem.split("?")[0]}/scores` })).status).toBe(
      400,
    );
    expect((await score({})).status).toBe(200);
  }, moodle));

test("people come in pages that link to the next", () =>
  withPlatform(async (platform) => {
    const { course, authorization } = await openCourse(platform);
    for (const name of ["Bo", "Cy", "Di"]) platform.enrol(course, name, "learner");
    platform.settings.pageSize = 3;
    let at: string | undefined = `${platform.url}/courses/${course.id}/memberships`;
    const names: string[] = [];
    while (at) {
      const response: Response = await fetch(at, { headers: { authorization } });
      const told: { members: { given_name: string }[] } = await response.json();
      names.push(...told.members.map(({ given_name }) => given_name));
      at = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    }
    expect(names).toEqual(["Ada", "Bo", "Cy", "Di"]);
  }));

test("the platform answers badly when it is told to, and a cut answer was done", () =>
  withPlatform(async (platform) => {
    const { course, score } = await openCourse(platform);
    platform.plan("scores", { kind: "status", status: 429, retryAfter: 7 });
    platform.plan("scores", { kind: "away" }, { kind: "cut" });
    const busy = await score({});
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([429, "7"]);
    await expect(score({})).rejects.toThrow();
    expect(platform.gradebookOf(course).taken).toEqual([]);
    const ends = (answer: Promise<Response>) =>
      answer
        .then((response) => response.text())
        .then(
          () => "whole",
          () => "cut",
        );
    expect(await ends(score({}))).toBe("cut");
    expect(platform.gradebookOf(course).taken).toHaveLength(1);
    expect((await score({})).status).toBe(409);
    platform.plan("scores", { kind: "flood" }, { kind: "drip" });
    expect((await (await score({})).text()).length).toBeGreaterThan(3_000_000);
    const dripping = (await score({})).body?.getReader();
    const drops = [await dripping?.read(), await dripping?.read()];
    expect(drops.map((drop) => drop?.done)).toEqual([false, false]);
    await dripping?.cancel();
    platform.plan("scores", {
      ...{ kind: "status", status: 429, retryAfter: 90, as: "moment" },
    });
    const moment = Date.parse((await score({})).headers.get("retry-after") ?? "");
    expect(Math.abs(moment - Date.now() - 90_000)).toBeLessThan(5000);
    await platform.close();
    await expect(score({})).rejects.toThrow();
    await platform.comeBack();
    expect((await score({})).status).toBe(409);
  }));

test("a login is answered with a launch when the tool asks as the texts say", () =>
  withPlatform(async (platform) => {
    const clientId = platform.register(tool());
    const course = platform.addCourse();
    const ada = platform.enrol(course, "Ada Lovelace", "learner");
    const { fields } = platform.loginOf(platform.begin(clientId, course, ada));
    const asked = {
      ...{ scope: "openid", response_type: "id_token", response_mode: "form_post" },
      ...{ prompt: "none", client_id: clientId, redirect_uri: `${toolAt}/launch` },
      ...{ login_hint: ada.id, lti_message_hint: fields.get("lti_message_hint") ?? "" },
      ...{ nonce: "nonce-nonce", state: "state-state" },
    };
    const answer = await fetch(`${platform.url}/authorize?${new URLSearchParams(asked)}`);
    const [, token = ""] =
      /name="id_token" value="([^"]+)"/.exec(await answer.text()) ?? [];
    const claims = verifyToken(token, [platform.signing().publicKey]);
    expect(claims).toMatchObject({ iss: platform.url, aud: clientId, sub: ada.id });
    expect(claims.nonce).toBe("nonce-nonce");
    for (const name of Object.keys(asked)) {
      const changed = new URLSearchParams(asked);
      changed.set(name, "x");
      const url = `${platform.url}/authorize?${changed}`;
      expect([name, (await fetch(url)).status]).toEqual([name, 400]);
    }
  }));

test("a launch names the line item of a link that has one alone", () =>
  withPlatform(async (platform) => {
    const { clientId, course, ada } = await openCourse(platform);
    const link = {
      ...{ id: "link", title: "Spiral", targetLinkUri: `${toolAt}/lab` },
      ...{ custom: {}, lineItem: null },
    };
    const named = () => {
      const { fields } = platform.loginOf(platform.begin(clientId, course, ada, link));
      const prepared = platform.prepare(
        new URLSearchParams({
          ...{ scope: "openid", response_type: "id_token", response_mode: "form_post" },
          ...{ prompt: "none", client_id: clientId, redirect_uri: `${toolAt}/launch` },
          ...{ login_hint: ada.id, nonce: "nonce-nonce", state: "state-state" },
          lti_message_hint: fields.get("lti_message_hint") ?? "",
        }),
      );
      if (typeof prepared === "string") throw new Error(prepared);
      return JSON.stringify(
        prepared.claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"],
      );
    };
    const { items, add } = platform.gradebookOf(course);
    const [only = ""] = items.keys();
    expect(named()).toContain(`"lineitem":"${platform.url}/courses/${course.id}`);
    expect(named()).toContain(only);
    add({ label: "Bonus", scoreMaximum: 1, resourceLinkId: "link" });
    expect(named()).not.toContain('"lineitem"');
  }));

test("what Canvas and Open edX send differs from the plain launch as their sources say", async () => {
  const sent = async (profile: typeof plain) =>
    withPlatform(async (platform) => {
      const clientId = platform.register(tool());
      const course = platform.addCourse();
      const ada = platform.enrol(course, "Ada Lovelace", "learner");
      const { fields } = platform.loginOf(platform.begin(clientId, course, ada));
      const prepared = platform.prepare(
        new URLSearchParams({
          ...{ scope: "openid", response_type: "id_token", response_mode: "form_post" },
          ...{ prompt: "none", client_id: clientId, redirect_uri: `${toolAt}/launch` },
          ...{ login_hint: ada.id, nonce: "nonce-nonce", state: "state-state" },
          lti_message_hint: fields.get("lti_message_hint") ?? "",
        }),
      );
      if (typeof prepared === "string") throw new Error(prepared);
      return {
        claims: prepared.claims,
        target: fields.get("lti_storage_target"),
        clientId,
      };
    }, profile);
  const fromCanvas = await sent(canvas);
  expect(fromCanvas.claims).toMatchObject({
    iss: "https://canvas.instructure.com",
    azp: fromCanvas.clientId,
  });
  expect(fromCanvas.target).toBe("post_message_forwarding");
  const { claims, target } = await sent(openEdx);
  expect(target).toBeNull();
  expect(claims.name).toBeUndefined();
  expect(JSON.stringify(claims)).not.toContain("namesroleservice");
  for (const name of ["context", "custom", "tool_platform"]) {
    expect(claims).not.toHaveProperty([claim(name)]);
  }
  expect(claims[claim("roles")]).toEqual([
    "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student",
  ]);
});

const description = {
  ...{ application_type: "web", client_name: "Tool", response_types: ["id_token"] },
  grant_types: ["implicit", "client_credentials"],
  ...{ initiate_login_uri: `${toolAt}/login`, redirect_uris: [`${toolAt}/launch`] },
  ...{ jwks_uri: `${toolAt}/keys`, token_endpoint_auth_method: "private_key_jwt" },
  scope: scopes.score,
  "https://purl.imsglobal.org/spec/lti-tool-configuration": {
    ...{ domain: "tool.test", target_link_uri: `${toolAt}/target`, claims: ["sub"] },
    messages: [{ type: "LtiDeepLinkingRequest", target_link_uri: `${toolAt}/choose` }],
  },
};

test("a tool registers itself once with a token, and from its own domain", () =>
  withPlatform(async (platform) => {
    const register = async (body: Claims, address = platform.registrationOf(toolAt)) => {
      const { searchParams } = new URL(address);
      const config = await fetch(searchParams.get("openid_configuration") ?? "");
      const { registration_endpoint }: { registration_endpoint: string } =
        await config.json();
      return fetch(registration_endpoint, {
        method: "POST",
        headers: { authorization: `Bearer ${searchParams.get("registration_token")}` },
        body: JSON.stringify(body),
      });
    };
    const address = platform.registrationOf(toolAt);
    const answer = await register(description, address);
    const told: { client_id: string } = await answer.json();
    const course = platform.addCourse();
    const ada = platform.enrol(course, "Ada", "instructor");
    const { fields } = platform.loginOf(platform.begin(told.client_id, course, ada));
    expect(fields.get("target_link_uri")).toBe(`${toolAt}/choose`);
    expect((await register(description, address)).status).toBe(401);
    const elsewhere = { ...description, redirect_uris: ["http://evil.test/launch"] };
    expect((await register(elsewhere)).status).toBe(400);
    expect((await register({ ...description, grant_types: [] })).status).toBe(400);
  }));

test("deep linking's answer is the tool's, for this platform, with the data sent", () =>
  withPlatform(async (platform) => {
    const clientId = platform.register(tool());
    const course = platform.addCourse();
    const place = (change: Claims) => {
      const claims = {
        ...{ iss: clientId, aud: platform.issuer, nonce: "n", ...change },
        ...{ iat: seconds(), exp: seconds() + 60 },
        [claim("message_type")]: "LtiDeepLinkingResponse",
        [claim("version")]: "1.3.0",
        [claim("deployment_id")]: plain.deploymentId,
        [deepLinking("content_items")]: [{ type: "ltiResourceLink", url: toolAt }],
      };
      return fetch(`${platform.url}/courses/${course.id}/deep_link`, {
        method: "POST",
        body: new URLSearchParams({ JWT: signToken(claims, toolKey) }),
      });
    };
    const data = { [deepLinking("data")]: "csrf:8af9" };
    expect((await place(data)).status).toBe(200);
    expect(platform.contentItems).toMatchObject([{ url: toolAt }]);
    expect((await place({})).status).toBe(400);
    expect((await place({ ...data, aud: "http://elsewhere.test" })).status).toBe(400);
    expect((await place({ ...data, iss: "somebody" })).status).toBe(400);
  }));
