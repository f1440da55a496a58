// Launches from an LMS: who is let in, and each of the reasons for which nobody is.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ClassServer } from "@/app/server/class-server";
import { hashOf } from "@/app/server/secrets";
import { type LaunchRefusalCode, launchRefusals } from "@/content/lti/launch-refusals";
import { freshDatabase } from "../../postgres-server";
import { postgres } from "../server/store/store-places";
import {
  type Claims,
  claim,
  claimsOf,
  home,
  issuer,
  type Lms,
  launch,
  login,
  openLms,
  openVisitor,
  pairs,
  register,
  roles,
  signed,
} from "./lti-lms";
import { canonical, link } from "./school";
import { openSite, served } from "./site";

const stores = postgres ? (["SQLite", "PostgreSQL"] as const) : (["SQLite"] as const);

describe.each(stores)("on %s", (kind) => {
  let site: Awaited<ReturnType<typeof openSite>>;
  let server: ClassServer;
  let lms: Lms;
  let clients = 0;
  let clientId = "";

  beforeAll(async () => {
    const url = kind === "PostgreSQL" ? await freshDatabase(postgres ?? "") : undefined;
    site = await openSite(1000, url);
    server = await site.open();
  });
  afterAll(() => site.close());

  beforeEach(async () => {
    lms = await openLms();
    clients += 1;
    clientId = `client-${kind}-${clients}`;
    await register(server, lms, clientId);
    return async () => {
      await lms.close();
    };
  });

  const wanted = () => ({ clientId, target: link });
  const come = (change: Claims = {}) => launch(lms, wanted(), change);
  const boardOf = (classId: string) => server.store.board(classId, 0);

  test("a learner comes into the class of the course, to its assignment", async () => {
    const { status, to, arrived, headers } = await come();
    expect(status).toBe(303);
    expect(to).toMatch(/^\/embed\/lti#/);
    expect(headers.get("cache-control")).toBe("no-store");
    const { classId, role, secret } = arrived;
    expect([role, arrived.to]).toEqual(["learner", link]);
    expect(await server.store.classOf(classId, Date.now())).toMatchObject({
      ...{ name: "Physics 9b", door: "roster", approval: false },
    });
    const board = await boardOf(classId);
    expect(board.assignments.map((one) => one.link)).toEqual([link]);
    expect(board.learners.map(({ name, came }) => [name, came])).toEqual([
      ["Ada Lovelace", true],
    ]);
    const learner = await server.store.learnerOf(classId, hashOf(secret));
    expect(learner?.name).toBe("Ada Lovelace");
  });

  test("an instructor comes in as a teacher, to the board, and is one in each browser", async () => {
    const change = { [claim("roles")]: [roles.learner, roles.instructor] };
    const { arrived } = await come(change);
    const again = await come(change);
    expect(arrived.role).toBe("teacher");
    expect(arrived.to).toBe(`/class?c=${arrived.classId}`);
    expect(again.arrived.classId).toBe(arrived.classId);
    const { secret } = arrived;
    expect(again.arrived.secret).not.toBe(secret);
    const teachers = await server.store.teachersOf(arrived.classId);
    expect(teachers.map(({ name }) => name)).toEqual(["Ada Lovelace"]);
    for (const one of [secret, again.arrived.secret]) {
      const taught = await server.store.classOfTeacher(
        arrived.classId,
        hashOf(one),
        Date.now(),
      );
      expect(taught?.by?.name).toBe("Ada Lovelace");
    }
    expect((await boardOf(arrived.classId)).learners).toEqual([]);
  });

  test("a link in several courses, a copied course and another section are classes of their own", async () => {
    const first = await come();
    const copied = await come({ [claim("context")]: { id: "next term" } });
    const section = await come({ [claim("context")]: { id: "section b", label: "B" } });
    const ids = [first, copied, section].map(({ arrived }) => arrived.classId);
    expect(new Set(ids).size).toBe(3);
    const boards = await Promise.all(ids.map(boardOf));
    const assigned = boards.map(({ assignments }) => assignments.map(({ id }) => id));
    expect(new Set(assigned.flat()).size).toBe(3);
    const names = await Promise.all(
      ids.map(async (id) => (await server.store.classOf(id, Date.now()))?.name),
    );
    expect(names).toEqual(["Physics 9b", "Course", "B"]);
  });

  test("a merged account is a learner of its own, and two of one name are two", async () => {
    const { arrived } = await come();
    await come({ sub: "merged" });
    await come({ sub: "user-7" });
    const { learners } = await boardOf(arrived.classId);
    expect(learners.map(({ name }) => name)).toEqual(["Ada Lovelace", "Ada Lovelace"]);
  });

  test("who has no name in the LMS gets one, and a long or odd one is cut", async () => {
    const { arrived } = await come({ name: undefined });
    await come({ sub: "a", name: undefined, given_name: "Bo", family_name: "Li" });
    await come({ sub: "b", name: `${"x".repeat(100)}` });
    await come({ sub: "c", name: "Zoë\u202e\u0000 A" });
    const { learners } = await boardOf(arrived.classId);
    const names = learners.map(({ name }) => name);
    expect(names).toHaveLength(4);
    expect(names).toEqual(
      expect.arrayContaining([
        ...[expect.stringMatching(/^Learner [0-9A-Z]{4}$/), "Bo Li"],
        ...["x".repeat(60), "Zoë A"],
      ]),
    );
  });

  test("a custom parameter names the assignment, and a variable that the LMS left counts as none", async () => {
    const other = canonical("/labs/network?assignment=1&title=Other&goal=loss_9");
    const page = "/labs/network";
    const at = { clientId, target: page };
    const custom = (assignment: string) => ({ [claim("custom")]: { assignment } });
    const { arrived } = await launch(lms, at, custom(other));
    expect(arrived.to).toBe(other);
    const unknown = await launch(lms, at, {
      ...custom("$Course.assignment"),
      [claim("resource_link")]: { id: "link-2" },
    });
    expect(unknown.arrived.to).toBe(page);
    expect((await boardOf(arrived.classId)).assignments).toHaveLength(1);
    for (const wrong of [
      "/labs/none?assignment=1",
      "https://evil.test/",
      "/labs/network",
    ]) {
      expect((await launch(lms, at, custom(wrong))).refusal).toBe("bad-assignment");
    }
  });

  test("a lesson, a lab and the class itself are opened without an assignment", async () => {
    const targets = [
      "/lessons/loss-functions",
      "/labs/network?layers=3",
      "/",
      "/api/lti/launch",
    ];
    const opened: string[] = [];
    for (const target of targets) {
      const { arrived } = await launch(lms, { clientId, target });
      opened.push(arrived.to);
      expect((await boardOf(arrived.classId)).assignments).toEqual([]);
    }
    expect(opened).toEqual([...targets.slice(0, 2), "/class/join", "/class/join"]);
  });

  test("an assignment that its teacher changed stays the link’s", async () => {
    const { arrived } = await come();
    const [asked] = (await boardOf(arrived.classId)).assignments;
    const changed = canonical(link.replace("Two+arms", "Both+arms"));
    const change = { link: changed };
    await server.store.changeAssignment(arrived.classId, asked?.id ?? "", change, 1);
    server.assignments.forget(arrived.classId);
    expect((await come()).arrived.to).toBe(changed);
  });

  test("a new deployment is taken first where none is known, and no other after it", async () => {
    const fresh = `${clientId}-open`;
    await register(server, lms, fresh, []);
    const at = (deployment: string) => ({ clientId: fresh, target: link, deployment });
    expect((await launch(lms, at("9"))).status).toBe(303);
    expect((await launch(lms, at("8"))).refusal).toBe("unknown-deployment");
    expect((await launch(lms, at("9"))).status).toBe(303);
  });

  test("a teacher who looks for something to place gets a ticket, and a learner none", async () => {
    const choice = {
      [claim("message_type")]: "LtiDeepLinkingRequest",
      [claim("resource_link")]: undefined,
      [claim("target_link_uri")]: undefined,
      "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings": {
        deep_link_return_url: `${lms.url}/return`,
        ...{ accept_types: ["ltiResourceLink"], data: "csrf" },
      },
    };
    const { status, to } = await come({
      ...choice,
      [claim("roles")]: [roles.instructor],
    });
    expect(status).toBe(303);
    expect(to).toMatch(/^\/embed\/place#[\w.-]+$/);
    expect((await come(choice)).refusal).toBe("not-a-teacher");
    const elsewhere = {
      ...choice,
      [claim("roles")]: [roles.instructor],
      [claim("target_link_uri")]: `${home}/other`,
    };
    expect((await come(elsewhere)).refusal).toBe("wrong-target");
  });

  /** Each wrong claim, and the reason that it is refused for. */
  const wrongClaims = (): readonly (readonly [Claims, LaunchRefusalCode])[] => {
    const now = Math.floor(Date.now() / 1000);
    return [
      [{ iss: "https://other.test" }, "wrong-issuer"],
      [{ aud: "another" }, "wrong-audience"],
      [{ aud: [] }, "wrong-audience"],
      [{ aud: undefined }, "wrong-audience"],
      [{ aud: [clientId, "another"] }, "wrong-party"],
      [{ azp: "another" }, "wrong-party"],
      [{ exp: now - 61 }, "expired"],
      [{ iat: now + 90 }, "issued-later"],
      [{ iat: undefined }, "bad-times"],
      [{ exp: "soon" }, "bad-times"],
      [{ nonce: "another" }, "wrong-nonce"],
      [{ nonce: undefined }, "wrong-nonce"],
      [{ sub: undefined }, "anonymous"],
      [{ sub: "x".repeat(256) }, "anonymous"],
      [{ [claim("version")]: "1.1" }, "wrong-version"],
      [{ [claim("message_type")]: "LtiSubmissionReviewRequest" }, "wrong-message"],
      [{ [claim("deployment_id")]: "2" }, "unknown-deployment"],
      [{ [claim("deployment_id")]: undefined }, "unknown-deployment"],
      [{ [claim("target_link_uri")]: `${home}/` }, "wrong-target"],
      [{ [claim("target_link_uri")]: undefined }, "wrong-target"],
      [{ [claim("context")]: undefined }, "no-context"],
      [{ [claim("context")]: { id: "nul\u0000" } }, "no-context"],
      [{ [claim("resource_link")]: {} }, "no-resource-link"],
      [{ [claim("roles")]: undefined }, "bad-claim"],
      [{ [claim("roles")]: [] }, "no-role"],
      [{ [claim("roles")]: ["http://evil.test#Instructor"] }, "no-role"],
      [{ [claim("custom")]: "text" }, "bad-claim"],
      [{ filler: "x".repeat(70_000) }, "too-large"],
    ];
  };

  test("a wrong claim is refused for its own reason, and nothing is made", async () => {
    const opens = vi.spyOn(server.store.lti, "openContext");
    for (const [change, code] of wrongClaims()) {
      const { refusal, status, text, to } = await come(change);
      expect([change, refusal]).toEqual([change, code]);
      expect([status, to]).toEqual([launchRefusals[code][0], ""]);
      expect(text).toContain(launchRefusals[code][1]);
    }
    expect(opens).not.toHaveBeenCalled();
    const { arrived } = await come();
    expect(opens).toHaveBeenCalledTimes(1);
    opens.mockRestore();
    expect((await boardOf(arrived.classId)).learners).toHaveLength(1);
  });

  test("clocks may be a minute apart, and an audience may be a list", async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const change of [
      { exp: now - 30 },
      { iat: now + 30 },
      { aud: [clientId] },
      { aud: [clientId, "another"], azp: clientId },
    ]) {
      expect((await come(change)).status).toBe(303);
    }
  });

  /** Sends a token of one’s own making, after a real login. */
  async function forge(make: (claims: Claims) => string) {
    const visitor = openVisitor();
    const { state, nonce } = await login(visitor, wanted());
    const token = make(claimsOf(wanted(), nonce));
    return visitor.ask("/api/lti/launch", [
      ["id_token", token],
      ["state", state],
    ]);
  }

  test("a token that the LMS has not signed so is refused", async () => {
    const { pair } = lms;
    const own = pairs.other;
    const head = { alg: "RS256", kid: "first" };
    const tokens: [(claims: Claims) => string, LaunchRefusalCode][] = [
      [(claims) => signed(head, claims, own.privateKey), "bad-signature"],
      [(claims) => signed({ alg: "RS256" }, claims, pair.privateKey), "unknown-key"],
      [
        (claims) => signed({ ...head, kid: "second" }, claims, pair.privateKey),
        "unknown-key",
      ],
      [
        (claims) => signed({ ...head, alg: "none" }, claims, pair.privateKey),
        "wrong-algorithm",
      ],
      [
        (claims) => signed({ ...head, alg: "HS256" }, claims, pair.privateKey),
        "wrong-algorithm",
      ],
      [
        (claims) => signed({ ...head, crit: ["x"], x: 1 }, claims, pair.privateKey),
        "bad-signature",
      ],
      [(claims) => `${signed(head, claims, pair.privateKey)}.x`, "malformed-token"],
      [(claims) => signed(head, claims, pair.privateKey).slice(0, -40), "bad-signature"],
      [() => signed(head, "[1]", pair.privateKey), "malformed-token"],
      [() => signed(head, "{", pair.privateKey), "malformed-token"],
      [() => "token", "malformed-token"],
      [
        (claims) => {
          const text = JSON.stringify(claims).replace("{", '{"sub":"root",');
          return signed(head, text, pair.privateKey);
        },
        "doubled-claim",
      ],
      [
        (claims) => {
          const text = JSON.stringify(claims).replace('"id":', '"\\u0069d":"x","id":');
          return signed(head, text, pair.privateKey);
        },
        "doubled-claim",
      ],
      [
        (claims) =>
          signed('{"alg":"RS256","kid":"a","kid":"first"}', claims, pair.privateKey),
        "doubled-claim",
      ],
    ];
    for (const [make, code] of tokens) {
      expect((await forge(make)).refusal).toBe(code);
    }
    expect((await forge((claims) => signed(head, claims, pair.privateKey))).status).toBe(
      303,
    );
  });

  test("a message counts once, also in another process’s store", async () => {
    const { visitor, state, token, status } = await come();
    expect(status).toBe(303);
    const again = [
      ["id_token", token],
      ["state", state],
    ] as const;
    // The browser’s proof is gone with the launch.
    expect((await visitor.ask("/api/lti/launch", again)).refusal).toBe(
      "not-this-browser",
    );
    const other = openVisitor();
    const { nonce } = await login(other, wanted());
    const proof = await login(other, wanted());
    const head = { alg: "RS256", kid: "first" };
    const twice = signed(head, claimsOf(wanted(), proof.nonce), lms.pair.privateKey);
    const sent = await Promise.all(
      Array.from({ length: 4 }, () =>
        other.ask("/api/lti/launch", [
          ["id_token", twice],
          ["state", proof.state],
        ]),
      ),
    );
    expect(nonce).not.toBe(proof.nonce);
    const refusals = sent.map(({ refusal }) => refusal);
    expect(refusals.filter((one) => one === null)).toHaveLength(1);
    expect(refusals.filter((one) => one === "used-nonce")).toHaveLength(3);
  });

  test("a launch belongs to the browser and the login that began it", async () => {
    const victim = openVisitor();
    const attacker = openVisitor();
    const { state, nonce } = await login(attacker, wanted());
    const head = { alg: "RS256", kid: "first" };
    const token = signed(head, claimsOf(wanted(), nonce), lms.pair.privateKey);
    const fields = [
      ["id_token", token],
      ["state", state],
    ] as const;
    const refused = await victim.ask("/api/lti/launch", fields);
    expect(refused.refusal).toBe("not-this-browser");
    expect(refused.text).toContain("Open in a new window");
    expect(refused.text).toContain("/api/lti/login?iss=");
    const forged = state.replace(/.$/, (last) => (last === "A" ? "Q" : "A"));
    for (const wrong of [
      "",
      "x",
      forged,
      `${state}x`,
      state.split(".").slice(1).join("."),
    ]) {
      const sent = [
        ["id_token", token],
        ["state", wrong],
      ] as const;
      expect((await attacker.ask("/api/lti/launch", sent)).refusal).toBe("bad-state");
    }
    expect((await attacker.ask("/api/lti/launch", fields)).status).toBe(303);
  });

  test("a login that took too long is told so", async () => {
    const visitor = openVisitor();
    const { state } = await login(visitor, wanted());
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
    const sent = [
      ["id_token", "x"],
      ["state", state],
    ] as const;
    const { refusal } = await visitor.ask("/api/lti/launch", sent);
    vi.useRealTimers();
    expect(refusal).toBe("expired-state");
  });

  test("without cookies the platform’s storage proves the browser, to this site’s page alone", async () => {
    const visitor = openVisitor(false);
    const query = new URLSearchParams({
      ...{ iss: issuer, login_hint: "7", target_link_uri: home + link },
      ...{ client_id: clientId, lti_storage_target: "_parent" },
    });
    const begun = await visitor.ask(`/api/lti/login?${query}`);
    expect(begun.status).toBe(200);
    const policy = begun.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]+'; .*frame-ancestors \*/);
    const to = /const to = (".*?"), frame/.exec(begun.text)?.[1] ?? '""';
    const proof = /value: "([\w-]+)" \}, origin\)/.exec(begun.text)?.[1] ?? "";
    const asked = new URL(JSON.parse(to)).searchParams;
    const [state, nonce] = [asked.get("state") ?? "", asked.get("nonce") ?? ""];
    const head = { alg: "RS256", kid: "first" };
    const token = signed(head, claimsOf(wanted(), nonce), lms.pair.privateKey);
    const fields: [string, string][] = [
      ["id_token", token],
      ["state", state],
    ];
    const page = await visitor.ask("/api/lti/launch", fields);
    expect([page.status, page.refusal]).toEqual([200, null]);
    expect(page.text).toContain(`name="id_token" value="${token}"`);
    expect(page.text).toContain("lti.get_data");
    expect(page.text).toContain("Open in a new window");
    const proved: [string, string][] = [...fields, ["proof", proof]];
    // Another site may know a proof of its own browser.
    expect((await visitor.ask("/api/lti/launch", proved)).refusal).toBe(
      "not-this-browser",
    );
    const own = (sent: [string, string][]) =>
      served(
        new Request(`${home}/api/lti/launch`, {
          method: "POST",
          headers: { "sec-fetch-site": "same-origin" },
          body: new URLSearchParams(sent),
        }),
      );
    expect((await own([...fields, ["proof", "wrong"]])).status).toBe(403);
    expect((await own(proved)).status).toBe(303);
  });

  test("forms with double, missing or huge fields are refused, and other kinds of body", async () => {
    const visitor = openVisitor();
    const { state } = await login(visitor, wanted());
    const fields: [string, string][] = [["state", state]];
    const send = async (more: [string, string][]) =>
      (await visitor.ask("/api/lti/launch", [...fields, ...more])).refusal;
    expect(
      await send([
        ["id_token", "a"],
        ["id_token", "a"],
      ]),
    ).toBe("doubled-field");
    expect(await send([])).toBe("missing-field");
    expect(await send([["id_token", "a".repeat(130_000)]])).toBe("too-large");
    expect(await send([["error", "login_required"]])).toBe("platform-error");
    const json = await served(
      new Request(`${home}/api/lti/launch`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ state }),
      }),
    );
    expect(await json.text()).toContain('data-refusal="bad-form"');
  });

  test("a login of an unknown platform, without a field or to elsewhere is refused", async () => {
    await register(server, lms, `${clientId}-second`);
    const query = {
      ...{ iss: issuer, login_hint: "7", target_link_uri: home + link },
      client_id: clientId,
    };
    const { client_id: _, ...withoutClient } = query;
    const wrong: [Record<string, string>, LaunchRefusalCode][] = [
      [{ ...query, iss: "https://other.test" }, "unknown-platform"],
      [{ ...query, client_id: "another" }, "unknown-platform"],
      // Several clients are of this issuer: which is meant nobody can know.
      [withoutClient, "unknown-platform"],
      [{ ...query, login_hint: "" }, "missing-field"],
      [{ ...query, target_link_uri: "https://evil.test/" }, "target-elsewhere"],
      [{ ...query, target_link_uri: "/labs/network" }, "target-elsewhere"],
      [{ ...query, target_link_uri: `${home}.evil.test/` }, "target-elsewhere"],
      [{ ...query, lti_message_hint: "x".repeat(5000) }, "too-large"],
    ];
    for (const [fields, code] of wrong) {
      const asked = new URLSearchParams(fields);
      const by = await openVisitor().ask(`/api/lti/login?${asked}`);
      const posted = await openVisitor().ask("/api/lti/login", [...asked]);
      expect([by.refusal, posted.refusal, by.to]).toEqual([code, code, ""]);
    }
    const twice = `${new URLSearchParams(query)}&iss=${issuer}`;
    expect((await openVisitor().ask(`/api/lti/login?${twice}`)).refusal).toBe(
      "doubled-field",
    );
  });

  test("a login asks the platform as OpenID Connect has it", async () => {
    const query = new URLSearchParams({
      ...{ iss: issuer, login_hint: "a b&c", target_link_uri: home + link },
      ...{ client_id: clientId, lti_message_hint: "h+1" },
    });
    const { status, to, headers } = await openVisitor().ask("/api/lti/login", [...query]);
    expect(status).toBe(302);
    expect(to.startsWith(`${lms.url}/auth?`)).toBe(true);
    const { state, nonce, ...asked } = Object.fromEntries(new URL(to).searchParams);
    expect(asked).toEqual({
      ...{ scope: "openid", response_type: "id_token", response_mode: "form_post" },
      ...{ prompt: "none", client_id: clientId, login_hint: "a b&c" },
      ...{ redirect_uri: `${home}/api/lti/launch`, lti_message_hint: "h+1" },
    });
    expect(state?.length).toBeGreaterThan(40);
    expect(nonce?.length).toBeGreaterThan(30);
    expect(headers.get("set-cookie")).toMatch(/HttpOnly; Path=\/api\/lti$/);
    const secure = await served(
      new Request(
        `${home}/api/lti/login?${query.toString().replaceAll("http%3A", "https%3A")}`,
        {
          headers: { "x-forwarded-proto": "https" },
        },
      ),
    );
    expect(secure.headers.get("set-cookie")).toMatch(
      /; HttpOnly; Path=\/api\/lti; SameSite=None; Secure; Partitioned$/,
    );
  });

  test("keys are read once, again where one is unknown, and no sooner than allowed", async () => {
    await come();
    await come();
    expect(lms.shown.asked).toBe(1);
    const next = pairs.next;
    const head = { alg: "RS256", kid: "next" };
    const byNext = () => forge((claims) => signed(head, claims, next.privateKey));
    expect((await byNext()).refusal).toBe("unknown-key");
    expect(lms.shown.asked).toBe(1);
    lms.shown.keys = [next.jwk];
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
    const many = await Promise.all(Array.from({ length: 5 }, byNext));
    expect(many.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(lms.shown.asked).toBe(2);
    // The key of before is void, at once.
    expect((await come()).refusal).toBe("unknown-key");
    // Where the LMS does not answer, known keys serve for a day.
    lms.shown.status = 500;
    vi.setSystemTime(Date.now() + 60 * 60_000);
    expect((await byNext()).status).toBe(303);
    vi.setSystemTime(Date.now() + 25 * 60 * 60_000);
    expect((await byNext()).refusal).toBe("platform-unreachable");
    vi.useRealTimers();
  });
});
