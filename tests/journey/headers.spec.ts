// The headers of pages, frames, files and the server's answers.
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./strict-test";

const permissions =
  "microphone=(self), camera=(), display-capture=(), geolocation=(), payment=(), usb=()";

/** The address of one of the site's own scripts. */
async function scriptOf(request: APIRequestContext): Promise<string> {
  const html = await (await request.get("/")).text();
  return /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? "";
}

test("everything says what it may use, and whom it lets in", async ({ request }) => {
  const script = await scriptOf(request);
  const all: readonly (readonly [path: string, loadedFrom: string])[] = [
    ["/", "same-origin"],
    ["/labs/sound?lr=1", "same-origin"],
    ["/class", "same-origin"],
    ["/receipt", "same-origin"],
    ["/nowhere", "same-origin"],
    ["/api/classes/none-of-this-name-/mine", "same-origin"],
    ["/embed/labs/sound", "cross-origin"],
    [script, "cross-origin"],
    ["/data/co2-concentration.csv", "cross-origin"],
    ["/theme.js", "cross-origin"],
  ];
  for (const [path, loadedFrom] of all) {
    const headers = (await request.get(path)).headers();
    expect({ path, headers }).toEqual({
      path,
      headers: expect.objectContaining({
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": loadedFrom,
        "permissions-policy": permissions,
        "x-content-type-options": "nosniff",
      }),
    });
    expect(headers["x-powered-by"]).toBe(undefined);
  }
});

test("what is placed in a course is sent to its LMS, and nothing else to another site", async ({
  request,
}) => {
  const policyOf = async (path: string) =>
    (await request.get(path)).headers()["content-security-policy"];
  const placing = await policyOf("/embed/place");
  expect(placing).toContain("form-action *;");
  expect(await policyOf("/embed/labs/loss")).toBe(
    placing?.replace("form-action *;", "form-action 'self';"),
  );
});

test("on secure connections alone it asks to stay on those", async ({ request }) => {
  const script = await scriptOf(request);
  const asked = async (path: string, protocol: string | null) => {
    const headers = protocol === null ? {} : { "x-forwarded-proto": protocol };
    const answer = await request.get(path, { headers });
    return answer.headers()["strict-transport-security"];
  };
  for (const path of ["/", "/embed/labs/loss", script, "/api/classes/x/mine"]) {
    expect(await asked(path, "https")).toBe("max-age=31536000");
    expect(await asked(path, "https,http")).toBe("max-age=31536000");
    expect(await asked(path, "http")).toBe(undefined);
    expect(await asked(path, null)).toBe(undefined);
  }
});

test("a lab in a sandboxed frame of another site is drawn", async ({ page, baseURL }) => {
  // No page of the site: React would draw its own over what is put there.
  await page.goto("/theme.js");
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${baseURL}/embed/labs/network?device=cpu" title="Lab"></iframe>`,
  );
  const lab = page.frameLocator("iframe").locator("[data-lab]");
  await expect(lab).toBeVisible();
});
