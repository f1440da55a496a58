// Launches that are forged or broken, sent to the tool as a site has it: each is refused for
// its own reason, and nothing is created.
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { tables } from "@/app/server/store/migrations";
import { fileIn } from "@/app/server/store/sqlite-files";
import {
  forgeries,
  loginForgeries,
  type Sent,
  type Stage,
} from "../../lti/forged-launches";
import { openPlatform, type Platform } from "../../lti/platform";
import { type Profile, plain, profiles } from "../../lti/profiles";
import { makeKey, signToken } from "../../lti/signed-tokens";
import { askPostgres, freshDatabase } from "../../postgres-server";
import { soaking } from "../../soak";
import { postgres } from "../server/store/store-places";
import { askLogin, introduce, logIn as logInAt, origin, sendLaunch } from "./lti-judge";
import { openSite } from "./site";

const target = `${origin}/labs/network?assignment=1&goal=loss_0.2&data=spiral`;
const withoutStorage: Profile = { ...plain, storageTarget: null };

type Site = Awaited<ReturnType<typeof openSite>>;

/** A platform that knows the site, and in a course of it a link with who may follow it. */
async function openSchool(site: Site, profile: Profile, deployments?: string[]) {
  const platform = await openPlatform({ profile });
  const clientId = await introduce(await site.open(), platform, deployments);
  const course = platform.addCourse();
  const member = platform.enrol(course, "Ada Lovelace", "learner");
  const followed = {
    ...{ id: "link-1", title: "Spirals", targetLinkUri: target },
    ...{ custom: {}, lineItem: null },
  };
  const begin = () => platform.begin(clientId, course, member, followed);
  const instructor = platform.enrol(course, "Grace Hopper", "instructor");
  /** A launch by the instructor: of the link, or of the choice of one. */
  const teach = (choose = false) =>
    choose
      ? platform.begin(clientId, course, instructor)
      : platform.begin(clientId, course, instructor, followed);
  return { platform, clientId, begin, teach };
}

type Introduced = Awaited<ReturnType<typeof openSchool>>;

const logIn = ({ platform, begin }: Pick<Introduced, "platform" | "begin">) =>
  logInAt(platform, begin());

/** What became of a launch, and where it leads. */
async function arrival({ fields, body, type }: Sent, cookie: string) {
  const form = new URLSearchParams();
  for (const [name, value] of fields) form.append(name, value);
  const response = await sendLaunch(body ?? form, cookie, type);
  return { says: await told(response), to: response.headers.get("location") ?? "" };
}

const launch = async (sent: Sent, cookie: string) => (await arrival(sent, cookie)).says;

/** "in" where somebody was let in, else why not. */
async function told(response: Response): Promise<string> {
  const text = await response.text();
  const refusal = /data-refusal="([^"]+)"/.exec(text)?.[1];
  if (response.status >= 400 && refusal) return refusal;
  return response.status === 303 ? "in" : `status ${response.status}`;
}

const passing = (
  { state, claims }: Awaited<ReturnType<typeof logIn>>,
  platform: Platform,
) => ({
  fields: [
    ["id_token", signToken(claims, platform.signing())],
    ["state", state],
  ] satisfies [string, string][],
});

/** A nonce that was shown is spent, and a first login makes the site's key. */
const counted = tables.filter((table) => !["lti_nonce", "lti_key"].includes(table));

/** All that is in the tables, as text. */
function readerOf(site: Site, databaseUrl: string | undefined) {
  if (databaseUrl === undefined) {
    const database = new Database(fileIn(site.folder), { readonly: true });
    const selects = counted.map((table) => database.prepare(`SELECT * FROM ${table}`));
    return {
      read: async () => JSON.stringify(selects.map((select) => select.all())),
      close: () => database.close(),
    };
  }
  const columns = counted.map((name) => `(SELECT json_agg(t) FROM ${name} t) AS ${name}`);
  return {
    read: async () =>
      JSON.stringify(await askPostgres(databaseUrl, `SELECT ${columns.join(", ")}`)),
    close: () => {},
  };
}

const stores = soaking && postgres ? ["SQLite", "PostgreSQL"] : ["SQLite"];

describe.each(stores)("with %s", (store) => {
  let site: Site;
  let school: Introduced;
  let neighbour: Introduced;
  let reader: ReturnType<typeof readerOf>;
  const opened: Platform[] = [];

  async function open(profile: Profile, deployments?: string[]) {
    const introduced = await openSchool(site, profile, deployments);
    opened.push(introduced.platform);
    return introduced;
  }

  beforeAll(async () => {
    const databaseUrl =
      store === "PostgreSQL" ? await freshDatabase(postgres ?? "") : undefined;
    site = await openSite(1_000_000, databaseUrl);
    school = await open(withoutStorage);
    neighbour = await open(withoutStorage);
    reader = readerOf(site, databaseUrl);
  });

  afterAll(async () => {
    reader.close();
    await Promise.all(opened.map((platform) => platform.close()));
    await site.close();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  test(`${forgeries.length} forged or broken launches are refused, each for its reason`, async () => {
    const stranger = makeKey();
    const wrong: string[] = [];
    let before = await reader.read();
    const [other, second] = [await logIn(neighbour), await logIn(school)];
    for (const { name, refusal, make } of forgeries) {
      const begun = await logIn(school);
      const stage: Stage = {
        ...{ state: begun.state, proof: begun.proof, claims: begun.claims, stranger },
        key: school.platform.signing(),
        neighbour: {
          key: neighbour.platform.signing(),
          issuer: neighbour.platform.issuer,
          ...{ clientId: neighbour.clientId, state: other.state },
        },
        second: { state: second.state, nonce: second.nonce },
      };
      const kept = [begun.cookie, other.cookie, second.cookie].join("; ");
      const sent = make(stage);
      const answer = await launch(sent, sent.fromElsewhere ? "" : kept);
      if (answer !== refusal) wrong.push(`${name}: ${answer}, not ${refusal}`);
      const after = await reader.read();
      if (after !== before) wrong.push(`${name}: something was created`);
      before = after;
    }
    expect(wrong).toEqual([]);
    expect(new Set(forgeries.map(({ name }) => name)).size).toBeGreaterThanOrEqual(200);
  });

  test.each(loginForgeries)("a $name is refused", async ({ refusal, change }) => {
    const { fields } = school.platform.loginOf(school.begin());
    expect(await told(await askLogin(change(Object.fromEntries(fields))))).toBe(refusal);
  });

  test("a launch passes once, whoever sends it again, and at once", async () => {
    const before = await reader.read();
    const begun = await logIn(school);
    const sent = passing(begun, school.platform);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => launch(sent, begun.cookie)),
    );
    expect(answers.sort()).toEqual(["in", ...Array(4).fill("used-nonce")]);
    const after = await reader.read();
    expect(after).not.toBe(before);
    const next = await logIn(school);
    const replayed = passing({ ...next, claims: begun.claims }, school.platform);
    expect(await launch(replayed, next.cookie)).toBe("wrong-nonce");
    expect(await launch(sent, begun.cookie)).toBe("used-nonce");
    expect(await reader.read()).toBe(after);
  });

  test("a login that took too long lets nobody in", async () => {
    const begun = await logIn(school);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
    expect(await launch(passing(begun, school.platform), begun.cookie)).toBe(
      "expired-state",
    );
  });

  test("the first deployment that the platform signs is its own, and no other after it", async () => {
    const fresh = await open(withoutStorage, []);
    const [forged, first, other] = [
      await logIn(fresh),
      await logIn(fresh),
      await logIn(fresh),
    ];
    const stranger = signToken(forged.claims, makeKey(fresh.platform.signing().kid));
    const fields = [["id_token", stranger] as const, ["state", forged.state] as const];
    expect(await launch({ fields }, forged.cookie)).toBe("bad-signature");
    expect(await launch(passing(first, fresh.platform), first.cookie)).toBe("in");
    const id = "https://purl.imsglobal.org/spec/lti/claim/deployment_id";
    const moved = { ...other, claims: { ...other.claims, [id]: "another" } };
    expect(await launch(passing(moved, fresh.platform), other.cookie)).toBe(
      "unknown-deployment",
    );
  });

  test.each(Object.keys(profiles) as (keyof typeof profiles)[])(
    "a learner and a teacher come in, and a teacher chooses, as %s sends them",
    async (name) => {
      const profile = { ...profiles[name], storageTarget: null };
      const { platform, begin, teach } = await open(profile);
      const roles: (string | null)[] = [];
      for (const one of [begin, () => teach(), () => teach(true)]) {
        const login = await logIn({ platform, begin: one });
        const { to, says } = await arrival(passing(login, platform), login.cookie);
        expect(says).toBe("in");
        roles.push(new URLSearchParams(to.split("#")[1]).get("role"));
      }
      // Who chooses brings a ticket alone.
      expect(roles).toEqual(["learner", "teacher", null]);
    },
  );

  test("a platform that signs with a new key is believed, and no longer with the old", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const turned = await open(withoutStorage);
    const [first, second, third] = [
      await logIn(turned),
      await logIn(turned),
      await logIn(turned),
    ];
    const old = turned.platform.signing();
    expect(await launch(passing(first, turned.platform), first.cookie)).toBe("in");
    turned.platform.replaceKeys();
    vi.setSystemTime(Date.now() + 60_000);
    expect(await launch(passing(second, turned.platform), second.cookie)).toBe("in");
    const fields = [
      ["id_token", signToken(third.claims, old)] as const,
      ["state", third.state] as const,
    ];
    expect(await launch({ fields }, third.cookie)).toBe("unknown-key");
  });
});
