// The tests' own LMS as a site has it: who launches there comes into the site, all the way.
import { once } from "node:events";
import { createServer } from "node:http";
import type { ClassServer } from "@/app/server/class-server";
import { arrivalIn } from "@/content/lti/arrival";
import { type Member, type ResourceLink, roles, scopes } from "../../lti/messages";
import { openPlatform, type Platform } from "../../lti/platform";
import { plain } from "../../lti/profiles";
import { signToken } from "../../lti/signed-tokens";
import { openBrowser } from "./browser";
import { served } from "./site";

export const origin = "http://school.test";

/** Registers the site with a platform, and the platform with the site; gives the client's id. */
export async function introduce(
  { store }: ClassServer,
  platform: Platform,
  deployments: readonly string[] = [platform.profile.deploymentId],
  jwksUrl = `${origin}/api/lti/keys`,
): Promise<string> {
  const clientId = platform.register({
    name: "Next Pass",
    loginUrl: `${origin}/api/lti/login`,
    redirectUris: [`${origin}/api/lti/launch`],
    jwksUrl,
    scopes: Object.values(scopes),
    ...{ targetLinkUri: `${origin}/`, deepLinkingUri: `${origin}/` },
  });
  await store.lti.addRegistration(
    {
      ...{ id: clientId, name: "School", issuer: platform.issuer, clientId },
      authUrl: `${platform.url}/authorize`,
      tokenUrl: `${platform.url}/token`,
      jwksUrl: `${platform.url}/keys`,
      ...{ audience: null, product: platform.profile.product, created: Date.now() },
    },
    deployments,
  );
  return clientId;
}

/** A platform that knows the site, and reads the site's keys. */
export async function openJudge(site: ClassServer, profile = plain) {
  const keys = createServer((_, answer) => {
    served(new Request(`${origin}/api/lti/keys`))
      .then((told) => told.text())
      .then((text) => answer.end(text));
  });
  keys.listen(0, "127.0.0.1");
  await once(keys, "listening");
  const at = keys.address();
  if (typeof at !== "object" || !at) throw new Error("No port.");
  const platform = await openPlatform({ profile: { ...profile, storageTarget: null } });
  const jwksUrl = `http://127.0.0.1:${at.port}/`;
  const clientId = await introduce(site, platform, undefined, jwksUrl);
  return {
    platform,
    openCourse: (path: string, custom: Record<string, string> = {}) =>
      openCourse(platform, clientId, path, custom),
    async close() {
      keys.closeAllConnections();
      keys.close();
      await platform.close();
    },
  };
}

export const askLogin = (fields: Record<string, string>) =>
  served(new Request(`${origin}/api/lti/login?${new URLSearchParams(fields)}`));

/** A login that was begun by a browser: what the platform answers it, and the cookie. */
export async function logIn(platform: Platform, launchId: string) {
  const { fields } = platform.loginOf(launchId);
  const response = await askLogin(Object.fromEntries(fields));
  const to = new URL(response.headers.get("location") ?? "");
  const prepared = platform.prepare(to.searchParams);
  if (typeof prepared === "string") throw new Error(prepared);
  const [cookie = ""] = (response.headers.getSetCookie()[0] ?? "").split(";");
  const nonce = to.searchParams.get("nonce") ?? "";
  return { ...prepared, cookie, nonce, proof: cookie.split("=")[1] ?? "" };
}

/** Sends a launch's form, as the platform's page does. */
export const sendLaunch = (
  form: URLSearchParams | string,
  cookie: string,
  type = "application/x-www-form-urlencoded",
) =>
  served(
    new Request(`${origin}/api/lti/launch`, {
      method: "POST",
      headers: { "content-type": type, "sec-fetch-site": "cross-site", cookie },
      body: form.toString(),
    }),
  );

/** A course of the platform with one link that is graded. */
function openCourse(platform: Platform, clientId: string, path: string, custom = {}) {
  const course = platform.addCourse();
  const gradebook = platform.gradebookOf(course);
  gradebook.add({ label: "Circle", scoreMaximum: 10, resourceLinkId: "link-1" });
  const [lineItem = ""] = gradebook.items.keys();
  const link: ResourceLink = {
    ...{ id: "link-1", title: "Circle", custom, lineItem },
    targetLinkUri: origin + path,
  };
  /** Follows the link, in a browser of their own. */
  async function launch(member: Member) {
    const begun = await logIn(platform, platform.begin(clientId, course, member, link));
    const token = signToken(begun.claims, platform.signing());
    const form = new URLSearchParams({ id_token: token, state: begun.state });
    const answer = await sendLaunch(form, begun.cookie);
    const session = arrivalIn(new URL(answer.headers.get("location") ?? "", origin).hash);
    if (!session) throw new Error(`Not let in: ${await answer.text()}`);
    const browser = openBrowser();
    const { to: _, ...who } = session;
    const { told } = await browser.post("/api/lti/enter", who);
    return {
      ...{ browser, classId: session.classId, at: `/api/classes/${session.classId}` },
      learner: typeof told.learner === "string" ? told.learner : "",
    };
  }
  return {
    ...{ course, gradebook, launch },
    enrol: (name: string, ...as: (keyof typeof roles)[]): Member => {
      const [first = "learner"] = as;
      const member = platform.enrol(course, name, first);
      member.roles = as.map((role) => roles[role]);
      return member;
    },
    /** The points that somebody has in the LMS; null where they have none. */
    pointsOf: ({ id }: Member) => gradebook.result(lineItem, id)?.resultScore ?? null,
  };
}

export type JudgedCourse = ReturnType<typeof openCourse>;
