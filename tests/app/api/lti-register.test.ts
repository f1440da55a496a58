// An LMS registers itself with an invitation, once; and the operator by hand.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import type { ClassServer } from "@/app/server/class-server";
import { hashOf } from "@/app/server/secrets";
import { home } from "./lti-lms";
import { openSite, served } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
let server: ClassServer;

beforeAll(async () => {
  site = await openSite(1000);
  server = await site.open();
});
afterAll(() => site.close());

beforeEach(async () => {
  const { lti } = server.store;
  for (const { id } of await lti.registrations()) await lti.removeRegistration(id);
});

type Asked = { path: string; headers: IncomingHttpHeaders; body: unknown };

/** A platform that takes a tool; `change` is written over what it says. */
async function openPlatform({
  configuration = {},
  registered = { client_id: "client-1" },
  status = 201,
}: {
  configuration?: Record<string, unknown>;
  registered?: unknown;
  status?: number;
} = {}) {
  const asked: Asked[] = [];
  const platform = createServer(async (request, answer) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const { url: path = "", headers } = request;
    asked.push({ path, headers, body: text === "" ? null : JSON.parse(text) });
    if (path === "/registrations") answer.statusCode = status;
    const told = {
      issuer: "https://lms.test",
      authorization_endpoint: `${url}/auth`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/keys`,
      registration_endpoint: `${url}/registrations`,
      "https://purl.imsglobal.org/spec/lti-platform-configuration": {
        product_family_code: "moodle",
      },
      ...configuration,
    };
    answer.end(JSON.stringify(path === "/registrations" ? registered : told));
  });
  await new Promise<void>((listening) => platform.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    platform.close();
  });
  const url = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
  return { url, asked };
}

const invite = async (secret: string, expires = Date.now() + 60_000) => {
  await server.store.lti.addInvitation(hashOf(secret), expires);
  return secret;
};

async function register(invitation: string, url: string | null, token = "t1") {
  const query = new URLSearchParams({
    invitation,
    ...(url !== null && { openid_configuration: `${url}/configuration` }),
    registration_token: token,
  });
  const answer = await served(new Request(`${home}/api/lti/register?${query}`));
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

test("an LMS registers itself with an invitation, which is spent", async () => {
  const { url, asked } = await openPlatform({
    configuration: { authorization_server: "https://lms.test/aud" },
  });
  const secret = await invite("first");
  const { status, text, headers } = await register(secret, url);
  expect(status).toBe(200);
  expect(text).toContain('{ subject: "org.imsglobal.lti.close" }');
  expect(headers.get("content-security-policy")).toContain("frame-ancestors *");
  expect(asked.map(({ path }) => path)).toEqual(["/configuration", "/registrations"]);
  expect(asked[1]?.headers.authorization).toBe("Bearer t1");
  expect(asked[1]?.body).toMatchObject({
    initiate_login_uri: `${home}/api/lti/login`,
    redirect_uris: [`${home}/api/lti/launch`],
    jwks_uri: `${home}/api/lti/keys`,
    token_endpoint_auth_method: "private_key_jwt",
    scope: expect.stringMatching(/lineitem .*score .*contextmembership\.readonly$/),
    "https://purl.imsglobal.org/spec/lti-tool-configuration": {
      domain: "school.test",
      target_link_uri: `${home}/`,
    },
  });
  const [registration, ...others] = await server.store.lti.registrations();
  expect(others).toEqual([]);
  expect(registration).toMatchObject({
    ...{ issuer: "https://lms.test", clientId: "client-1", product: "moodle" },
    ...{ authUrl: `${url}/auth`, tokenUrl: `${url}/token`, jwksUrl: `${url}/keys` },
    ...{ audience: "https://lms.test/aud", name: "moodle, lms.test" },
  });
  expect(await server.store.lti.deploymentsOf(registration?.id ?? "")).toEqual([]);
  const again = await register(secret, url);
  expect([again.status, again.headers.get("content-type")]).toEqual([
    ...[404, "application/json"],
  ]);
});

test("the deployment and the scopes are those that the LMS names", async () => {
  const score = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
  const { url, asked } = await openPlatform({
    configuration: { scopes_supported: ["openid", score] },
    registered: {
      client_id: "c",
      "https://purl.imsglobal.org/spec/lti-tool-configuration": { deployment_id: "7" },
    },
  });
  expect((await register(await invite("second"), url)).status).toBe(200);
  expect(asked[1]?.body).toMatchObject({ scope: score });
  const [registration] = await server.store.lti.registrations();
  expect(await server.store.lti.deploymentsOf(registration?.id ?? "")).toEqual(["7"]);
});

test("without a valid invitation the address is not there", async () => {
  const { url, asked } = await openPlatform();
  await invite("over", Date.now() - 1);
  for (const wrong of ["", "unknown", "over"]) {
    const { status, text } = await register(wrong, url);
    expect([wrong, status]).toEqual([wrong, 404]);
    const problem = "This site has no such address, or it was deleted.";
    expect(JSON.parse(text)).toEqual({ problem });
  }
  expect(asked).toEqual([]);
});

test("a registration that fails leaves nothing but the invitation", async () => {
  const secret = await invite("kept");
  const good = await openPlatform();
  const wrong: [Parameters<typeof openPlatform>[0], number][] = [
    [{ configuration: { issuer: 7 } }, 502],
    [{ configuration: { jwks_uri: "http://lms.test/keys" } }, 502],
    [{ configuration: { registration_endpoint: "file:///etc/passwd" } }, 502],
    [{ status: 500 }, 502],
    [{ status: 302 }, 502],
    [{ registered: { client: "x" } }, 502],
    [{ registered: "text" }, 502],
  ];
  for (const [platform, code] of wrong) {
    const { url } = await openPlatform(platform);
    const { status, text } = await register(secret, url);
    expect([platform, status]).toEqual([platform, code]);
    expect(text).toContain("Not registered");
    expect(text).not.toContain("lti.close");
  }
  expect((await register(secret, null)).status).toBe(400);
  expect((await register(secret, "https://user:word@lms.test")).status).toBe(400);
  expect(await server.store.lti.registrations()).toEqual([]);
  expect((await register(secret, good.url)).status).toBe(200);
  const twice = await register(await invite("other"), good.url);
  expect([twice.status, (await server.store.lti.registrations()).length]).toEqual([
    409, 1,
  ]);
});

test("of two registrations at once with one invitation, one is made", async () => {
  const platforms = await Promise.all([openPlatform(), openPlatform()]);
  const secret = await invite("raced");
  const got = await Promise.all(platforms.map(({ url }) => register(secret, url)));
  expect(got.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect(await server.store.lti.registrations()).toHaveLength(1);
});

/** Runs a command line on the site's own store; gives the last thing that it says. */
async function run(line: string): Promise<string> {
  const env = { ...process.env, COURSE_DATA_DIR: site.folder };
  const said = await promisify(execFile)("sh", ["-c", line], { env }).catch(
    (failed: { stderr: string }) => ({ stdout: failed.stderr }),
  );
  return said.stdout.trim();
}

const readme = readFileSync("README.md", "utf8");

/** README's command lines to register an LMS, by what they do. */
const commands = Object.fromEntries(
  (/^## Use it in an LMS$.*?^```sh$\n(.*?)^```$/ms.exec(readme)?.[1] ?? "")
    .split("\n")
    .map((line) => [/^npm run lti -- (\w+)/.exec(line)?.[1] ?? "", line]),
);

/** A command of README's, with values in the place of what stands for them. */
const command = (name: string, values: Readonly<Record<string, string>> = {}) =>
  run(
    Object.entries(values).reduce(
      (line, [place, value]) => line.replace(place, value),
      commands[name] ?? `No line of README says ${name}.`,
    ),
  );

test("the operator invites, registers by hand, lists and removes, as README has it", async () => {
  const given = {
    ...{ "--issuer …": "--issuer https://lms.test", "--client …": "--client c9" },
    ...{ "--auth …": "--auth https://lms.test/auth" },
    ...{ "--token …": "--token https://lms.test/token" },
    "--deployment …": "--deployment 1 --name 'Our LMS'",
  };
  const [invited, missing, unknown] = await Promise.all([
    command("invite"),
    command("add", { ...given, "--keys …": "" }),
    run("npm run lti -- sell"),
  ]);
  const [, secret = ""] =
    /^https:\/\/course\.example\.edu\/api\/lti\/register\?invitation=([\w-]{32})$/m.exec(
      invited,
    ) ?? [];
  expect(await server.store.lti.hasInvitation(hashOf(secret), Date.now())).toBe(true);
  expect(missing).toMatch(/^--keys is missing: the public keyset URL\.$/m);
  expect(unknown).toMatch(/^npm run lti -- invite/m);
  const whole = { ...given, "--keys …": "--keys https://lms.test/keys" };
  expect(await command("add", whole)).toMatch(/^Our LMS is registered, as /m);
  const [registration] = await server.store.lti.registrations();
  expect(registration).toMatchObject({ clientId: "c9", name: "Our LMS", audience: null });
  const id = registration?.id ?? "";
  expect((await command("list")).split("\n").at(-1)).toBe(
    `${id}  Our LMS  https://lms.test  client c9  deployment 1`,
  );
  expect(await command("remove", { "<id>": id })).toContain(
    `${id} is registered no more.`,
  );
  expect(await server.store.lti.registrations()).toEqual([]);
});
