// Who has arrived from an LMS: in a browser with cookies, and in a frame without.
import { afterAll, beforeAll, expect, test } from "vitest";
import { responses } from "@/content/class/messages";
import { arrivalIn, enterResponse } from "@/content/lti/arrival";
import { openBrowser } from "./browser";
import { claim, home, type Lms, launch, openLms, register, roles } from "./lti-lms";
import { link } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
let lms: Lms;
const wanted = { clientId: "client", target: link };

beforeAll(async () => {
  site = await openSite(1000);
  lms = await openLms();
  await register(await site.open(), lms, wanted.clientId);
});
afterAll(async () => {
  await lms.close();
  await site.close();
});

/** Who arrives by a launch. */
async function arrive(role: keyof typeof roles, sub = "user-7") {
  const { to } = await launch(lms, wanted, { [claim("roles")]: [roles[role]], sub });
  const session = arrivalIn(new URL(to, home).hash);
  if (!session) throw new Error(`Nobody arrives at ${to}`);
  const { to: path, ...who } = session;
  return { path, who, at: `/api/classes/${session.classId}` };
}

const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

test("a learner’s browser is a member’s from then on, by its cookie", async () => {
  const { path, who, at } = await arrive("learner");
  expect(path).toBe(link);
  const browser = openBrowser();
  expect((await browser.get(`${at}/mine`)).status).toBe(403);
  const { status, told } = await browser.post("/api/lti/enter", who);
  expect(status).toBe(200);
  expect(enterResponse.parse(told)).toMatchObject({
    ...{ role: "learner", classId: who.classId, className: "Physics 9b" },
    ...{ name: "Ada Lovelace", waiting: false },
  });
  const mine = responses.mine.parse((await browser.get(`${at}/mine`)).told);
  expect(mine.name).toBe("Ada Lovelace");
  expect(mine.assignments.map((one) => one.link)).toEqual([link]);
  expect((await browser.get(`${at}/board`)).status).toBe(403);
});

test("an instructor’s browser is a teacher’s, whose class it is", async () => {
  const { who, at } = await arrive("instructor", "teacher");
  const browser = openBrowser();
  const { told } = await browser.post("/api/lti/enter", who);
  const { classId } = who;
  expect(told).toEqual({ role: "teacher", classId, className: "Physics 9b" });
  const board = responses.board.parse((await browser.get(`${at}/board?since=0`)).told);
  expect(board.owner).toBe(true);
});

test("where no cookie is kept, the proof goes with each request", async () => {
  const { who, at } = await arrive("learner");
  const taught = await arrive("instructor", "teacher");
  const frame = openBrowser();
  const ask = async (method: string, path: string, secret: string, body?: object) =>
    (await frame.ask(method, path, { ...bearer(secret), ...(body && { body }) })).status;
  expect(await ask("GET", `${at}/mine`, who.secret)).toBe(200);
  const [assignment] = responses.mine.parse(
    (await frame.ask("GET", `${at}/mine`, bearer(who.secret))).told,
  ).assignments;
  const receipt = { key: "k".repeat(20), assignment: assignment?.id, packed: "A" };
  expect(await ask("POST", `${at}/hand-in`, who.secret, receipt)).toBe(201);
  expect(await ask("GET", `${at}/board`, taught.who.secret)).toBe(200);
  expect(frame.cookies.size).toBe(0);
  // A learner’s proof is no teacher’s, and nobody else’s is any.
  expect(await ask("GET", `${at}/board`, who.secret)).toBe(403);
  expect(await ask("GET", `${at}/mine`, taught.who.secret)).toBe(403);
  expect(await ask("GET", `${at}/mine`, "x".repeat(32))).toBe(403);
  expect(await ask("GET", `${at}/mine`, "short")).toBe(403);
});

test("a frame’s proof comes before the cookie of who was here before", async () => {
  const ada = await arrive("learner");
  const bob = await arrive("learner", "bob");
  const browser = openBrowser();
  await browser.post("/api/lti/enter", ada.who);
  const mine = async (headers: Record<string, string>) =>
    (await browser.ask("GET", `${ada.at}/mine`, { headers })).told.learner;
  const byCookie = await mine({});
  const byBearer = await mine({ authorization: `Bearer ${bob.who.secret}` });
  expect(byCookie).not.toBe(byBearer);
});

test("a wrong proof, of another role or of another class enters nowhere", async () => {
  const { who } = await arrive("learner");
  const browser = openBrowser();
  for (const [wrong, status] of [
    [{ ...who, secret: "x".repeat(32) }, 403],
    [{ ...who, role: "teacher" }, 403],
    [{ ...who, classId: "c".repeat(22) }, 404],
    [{ ...who, role: "owner" }, 400],
    [{ ...who, to: "/" }, 400],
  ] as const) {
    const answer = await browser.post("/api/lti/enter", wrong);
    expect([wrong, answer.status]).toEqual([wrong, status]);
    expect(answer.told.problem).toMatch(/^[A-Z].*[.]$/);
  }
  expect(browser.cookies.size).toBe(0);
  const other = { "sec-fetch-site": "cross-site" };
  expect((await browser.post("/api/lti/enter", who, other)).status).toBe(403);
});
