// The class's routes over HTTP, as the built site serves them.
import { once } from "node:events";
import { createServer, request as http } from "node:http";
import {
  type APIRequestContext,
  expect,
  type Page,
  request,
  test,
} from "@playwright/test";
import { responses } from "@/content/class/messages";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { pack } from "@/labs/receipt/packed";
import { trainReceipt } from "../labs/receipt/train-receipt";

const asked = readLink("/labs/network?assignment=1&title=Arms&goal=loss_9&passes=20");
const link = asked?.assignment ? linkOf(asked.assignment) : "";

/** As from an address of its own: the site counts what each asks for. */
const address = () => `10.1.${Math.floor(Math.random() * 256)}.${Date.now() % 256}`;

async function openBrowser(baseURL: string | undefined): Promise<APIRequestContext> {
  return request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { "x-forwarded-for": address() },
  });
}

async function openClass(baseURL: string | undefined) {
  const teacher = await openBrowser(baseURL);
  const answer = await teacher.post("/api/classes", { data: { name: "5b" } });
  const opened = responses.opened.parse(await answer.json());
  return { teacher, ...opened, at: `/api/classes/${opened.class.id}` };
}

test("a receipt that is handed in is checked by the server", async ({ baseURL }) => {
  const { teacher, class: opened, at } = await openClass(baseURL);
  const added = await teacher.post(`${at}/assignments`, { data: { link } });
  const { id: assignment } = responses.assigned.parse(await added.json());
  const learner = await openBrowser(baseURL);
  const join = { code: opened.code, name: "Ada" };
  const joined = await learner.post("/api/join", { data: join });
  const { learner: id } = responses.joined.parse(await joined.json());
  const packed = await pack(trainReceipt(link, { name: "Ada", id }));
  const data = { key: "the-only-key-of-Ada", assignment, packed };
  expect((await learner.post(`${at}/hand-in`, { data })).status()).toBe(201);
  expect((await learner.post(`${at}/hand-in`, { data })).status()).toBe(200);
  const check = async () => {
    const answer = await teacher.get(`${at}/board?since=0`);
    const { receipts } = responses.board.parse(await answer.json());
    return receipts.map(({ outcome }) => outcome?.verdict);
  };
  await expect.poll(check, { timeout: 30_000 }).toEqual(["confirmed"]);
  expect((await teacher.delete(at)).status()).toBe(204);
  expect((await learner.get(`${at}/mine`)).status()).toBe(404);
});

test("a path that cannot be decoded is not there, and says so", async ({ request }) => {
  for (const path of ["/labs/%ff", "/lessons/%zz", "/embed/labs/%c3", "/class/%ff"]) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 404]);
    expect(await answer.text()).toContain("<main");
  }
  for (const path of ["/api/classes/%ff/board", "/api/classes/%zz/mine", "/api/%ff"]) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 404]);
    const { problem } = responses.problem.parse(await answer.json());
    expect(problem).toMatch(/^[A-Z].*\.$/);
  }
});

test("answers about classes are kept by nobody", async ({ baseURL }) => {
  const { teacher, at } = await openClass(baseURL);
  const answers = [
    await teacher.get(`${at}/board`),
    await teacher.get(`${at}/mine`),
    await teacher.post(`${at}/assignments`, { data: { link: "none" } }),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([200, 403, 400]);
  for (const answer of answers) {
    expect(answer.headers()["cache-control"]).toBe("no-store");
    expect(answer.headers()["referrer-policy"]).toMatch(/(^|, )no-referrer$/);
  }
});

test("the board of a large class is compressed on its way", async ({ baseURL }) => {
  test.skip(Boolean(process.env.NEXT_PASS_AT));
  const { teacher, class: opened, at } = await openClass(baseURL);
  for (let count = 1; count <= 40; count += 1) {
    const learner = await openBrowser(baseURL);
    const data = { code: opened.code, name: `Learner ${count}` };
    expect((await learner.post("/api/join", { data })).status()).toBe(200);
  }
  const answer = await teacher.get(`${at}/board`);
  expect(answer.headers()["content-encoding"]).toBe("gzip");
  expect(answer.headers()["content-type"]).toContain("application/json");
  expect(responses.board.parse(await answer.json()).learners.length).toBe(40);
});

test("the pages of classes and receipts are kept by nobody", async ({ request }) => {
  // While developing, no page is kept, and headers are Next's own.
  test.skip(Boolean(process.env.NEXT_PASS_AT));
  for (const path of ["/class", "/class/join", "/class/privacy", "/receipt"]) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 200]);
    expect(answer.headers()["cache-control"]).toBe("no-store");
    expect(answer.headers()["referrer-policy"]).toBe("no-referrer");
    expect(answer.headers()["content-security-policy"]).toContain("default-src 'self'");
  }
  const wrong = await request.get("/api/classes");
  expect([wrong.status(), wrong.headers()["cache-control"]]).toEqual([405, "no-store"]);
  const other = await request.get("/progress");
  expect(other.headers()["cache-control"]).not.toContain("no-store");
  expect(other.headers()["referrer-policy"]).toBe("same-origin");
});

/** What a page gets for a request of its own script. */
const fetched = (page: Page, path: string, body: unknown) =>
  page.evaluate(
    async ({ path, body }) => {
      const response = await fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      return { status: response.status, told: await response.json() };
    },
    { path, body },
  );

test("a browser keeps the cookie of a class from scripts and from other paths", async ({
  page,
  context,
  baseURL,
}) => {
  await context.setExtraHTTPHeaders({ "x-forwarded-for": address() });
  await page.goto("/progress");
  const { status, told } = await fetched(page, "/api/classes", { name: "5b" });
  expect(status).toBe(201);
  const { id } = responses.opened.parse(told).class;
  const cookies = await context.cookies(`${baseURL}/api/classes/${id}/board`);
  expect(cookies.length).toBe(1);
  expect(cookies[0]).toMatchObject({
    httpOnly: true,
    sameSite: "Strict",
    secure: false,
    path: `/api/classes/${id}`,
  });
  expect(await context.cookies(`${baseURL}/class`)).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe("");
  const board = await page.evaluate(
    async (path) => (await fetch(path)).status,
    `/api/classes/${id}/board`,
  );
  expect(board).toBe(200);
});

test("a page of another site cannot open a class", async ({ page, baseURL }) => {
  const other = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html").end("<!doctype html>");
  });
  await once(other.listen(0, "127.0.0.1"), "listening");
  const address = other.address();
  const port = typeof address === "object" ? address?.port : 0;
  await page.goto(`http://localhost:${port}/`);
  // The page's own tools are told of an answer that no other site may load.
  const tools = await page.context().newCDPSession(page);
  const answered = new Promise<number>((resolve) => {
    tools.on("Network.responseReceivedExtraInfo", ({ statusCode }) =>
      resolve(statusCode),
    );
  });
  await tools.send("Network.enable");
  await page.evaluate((url) => {
    // Needs no leave of the site that is asked; its answer cannot be read.
    fetch(url, { method: "POST", mode: "no-cors", body: '{"name":"Forged"}' });
  }, `${baseURL}/api/classes`);
  expect(await answered).toBe(403);
  other.close();
});

test("a body without an end is refused and the connection left", async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? "");
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const call = http({
      ...{ hostname, port, method: "POST", path: "/api/classes" },
      headers: { "Content-Type": "application/json", "X-Forwarded-For": address() },
    });
    const timer = setInterval(() => call.write(" ".repeat(2000)), 20);
    const ended = () => {
      clearInterval(timer);
      call.destroy();
    };
    call.on("response", (answer) => {
      ended();
      resolve(answer.statusCode);
    });
    call.on("error", (error) => {
      ended();
      reject(error);
    });
  });
  expect(status).toBe(413);
});
