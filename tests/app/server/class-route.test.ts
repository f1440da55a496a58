// What every route of classes answers, and from whose page it takes a request.
import { expect, onTestFinished, test, vi } from "vitest";
import { classRoute, notFound, refusal } from "@/app/server/class-route";

const at = { params: Promise.resolve({}) };
const ask = (
  work: () => Promise<Response>,
  method = "GET",
  headers: Record<string, string> = {},
) =>
  classRoute(work)(
    new Request("http://a.test/api/x", {
      method,
      headers: { host: "a.test", ...headers },
    }),
    at,
  );
const problem = async (answer: Response) => [
  answer.status,
  (await answer.json()).problem,
  answer.headers.get("retry-after"),
];

test("a refusal is told with its status, its sentence and when to come again", async () => {
  const gone = await ask(() => Promise.reject(notFound("assignment")));
  const says = "This site has no such assignment, or it was deleted.";
  expect(await problem(gone)).toEqual([404, says, null]);
  const busy = await ask(() => Promise.reject(refusal(429, "Wait.", 7)));
  expect(await problem(busy)).toEqual([429, "Wait.", "7"]);
});

test("an error of a library is no refusal, even with a status or the name of one", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  for (const more of [{ status: 418 }, { name: "Refusal" }]) {
    const error = Object.assign(new Error("a secret of the server"), more);
    const failed = await ask(() => Promise.reject(error));
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toContain("secret");
  }
});

test("what only reads is answered to any page, and what writes to the site’s own", async () => {
  const fine = async () => new Response(null, { status: 204 });
  const other = { origin: "http://b.test" };
  for (const method of ["GET", "HEAD"]) {
    expect((await ask(fine, method, other)).status).toBe(204);
    const across = { "sec-fetch-site": "cross-site" };
    expect((await ask(fine, method, across)).status).toBe(204);
  }
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    expect((await ask(fine, method, other)).status).toBe(403);
    expect((await ask(fine, method, { origin: "http://a.test" })).status).toBe(204);
    expect((await ask(fine, method)).status).toBe(204);
  }
});
