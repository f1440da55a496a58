// How much of a request each route reads, and no more.
import { afterAll, beforeAll, expect, test } from "vitest";
import { courseQuestions } from "@/app/server/question-bank";
import { responses } from "@/content/class/messages";
import { openLms, register } from "./lti-lms";
import { canonical, openSchool } from "./school";
import { openSite, routes, served } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(1000);
  const lms = await openLms();
  // Without a platform no route of LTI is there.
  await register(await site.open(), lms, "client");
  return async () => {
    await lms.close();
  };
});
afterAll(() => site.close());

/** In bytes; every other route that reads JSON reads 8,000. */
const limits: Readonly<Record<string, number>> = {
  "POST /api/classes/:id/hand-in": 512_000,
  "POST /api/classes/:id/answers": 512_000,
  "POST /api/classes/:id/assignments": 64_000,
  "PATCH /api/classes/:id/assignments/:assignment": 64_000,
  "POST /api/classes/:id/roster": 1_000_000,
  "POST /api/classes/:id/codes": 1_000_000,
  "POST /api/classes/:id/learners/delete": 1_000_000,
  "PUT /api/classes/:id/assignments/:assignment/marks/:learner": 16_000,
  "POST /api/lti/place": 64_000,
};

/** What these are told stands in their path and cookie; or they read no JSON. */
const bodiless = [
  "POST /api/classes/:id/learners/:learner/approve",
  "POST /api/classes/:id/learners/:learner/code",
  "POST /api/classes/:id/mine/code",
  "POST /api/classes/:id/recovery",
  "POST /api/classes/:id/secret",
  "POST /api/classes/restore",
  // Forms, of which lti-launch.test.ts tells.
  "POST /api/lti/login",
  "POST /api/lti/launch",
];

test("each route reads a body up to its own limit and no further", async () => {
  const { teacher, learner, at, learnerId } = await openSchool();
  const [question] = await courseQuestions();
  const link = canonical(`/labs/network?assignment=1&title=Q&quiz=${question?.id}`);
  const { told } = await teacher.post(`${at}/assignments`, { link });
  const assignment = responses.assigned.parse(told).id;
  const cookie = [...teacher.cookies, ...learner.cookies]
    .map(([name, { value }]) => `${name}=${value}`)
    .join("; ");
  const params = { id: at.split("/").at(-1), assignment, learner: learnerId };
  const pathOf = (form: string) =>
    form.replace(/:(\w+)/g, (_, name: string) => Reflect.get(params, name) ?? "none");
  const statusOf = async (method: string, form: string, bytes: number) => {
    const headers = { "content-type": "application/json", cookie };
    const body = "{}".padEnd(bytes);
    const request = new Request(`http://school.test${pathOf(form)}`, {
      ...{ method, headers, body },
    });
    return (await served(request)).status;
  };
  const reading = routes
    .map(([method, form]) => ({ method, form, name: `${method} ${form}` }))
    .filter(({ method, name }) => !/GET|DELETE/.test(method) && !bodiless.includes(name));
  expect(reading.length).toBeGreaterThan(Object.keys(limits).length);
  for (const { method, form, name } of reading) {
    const limit = limits[name] ?? 8000;
    expect([name, await statusOf(method, form, limit + 1)]).toEqual([name, 413]);
    expect([name, await statusOf(method, form, limit)]).not.toEqual([name, 413]);
  }
});
