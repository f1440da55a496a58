// A lab in a frame of another site's page.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expectAccessibleInEveryLook } from "./accessible";
import { expect, test } from "./strict-test";

/** A page of another origin with one frame, which notes what the frame tells it. */
const around = (address: string) => `<!doctype html><title>Host</title>
  <iframe src="${address}" style="width: 100%; height: 300px" title="Lab"></iframe>
  <script>
    window.told = [];
    addEventListener("message", ({ data }) => {
      told.push(data);
      if (data.kind === "next-pass-height")
        document.querySelector("iframe").style.height = data.height + "px";
    });
  </script>`;

/** Serves a page of another origin around a frame, until `end` is called. */
async function hostOf(address: string) {
  const host = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html");
    answer.end(around(address));
  });
  await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
  const { port } = host.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, end: () => host.close() };
}

test("an embedded lab trains, shows the parts asked for, and tells its height", async ({
  page,
  baseURL,
}) => {
  const link = "samples=60&passes=30&device=cpu&controls=buttons-status-curve";
  const host = await hostOf(`${baseURL}/embed/labs/network?${link}`);
  await page.goto(host.url);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Train", exact: true }).click();
  await expect(frame.locator("[data-lab]")).toHaveAttribute("data-status", "done");
  await expect(frame.locator("[data-lab]")).toHaveAttribute("data-pass", "30");
  await expect(frame.getByRole("group", { name: "Loss by pass" })).toBeVisible();
  await expect(frame.getByRole("group", { name: "Network", exact: true })).toHaveCount(0);
  await expect(frame.getByRole("group", { name: "Settings of the run" })).toHaveCount(0);
  await expect(frame.getByRole("navigation")).toHaveCount(0);
  const told = await page.evaluate(() => Reflect.get(window, "told"));
  expect(told.length).toBeGreaterThan(0);
  expect(told.at(-1)).toMatchObject({ kind: "next-pass-height", lab: "network" });
  const inner = await frame.locator("main").evaluate((main) => main.scrollHeight);
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, "told").at(-1).height))
    .toBe(inner);
  await frame.getByRole("button", { name: "Data table" }).click();
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, "told").at(-1).height))
    .toBeGreaterThan(inner);
  host.end();
});

test("a frame of an unknown lab says so small, and tells its height", async ({
  page,
  baseURL,
  complaints,
}) => {
  const host = await hostOf(`${baseURL}/embed/labs/netwrok?device=cpu`);
  await page.goto(host.url);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading")).toHaveText("There is no lab of this name.");
  await expect(frame.getByRole("navigation")).toHaveCount(0);
  const told = () => page.evaluate(() => Reflect.get(window, "told").at(-1));
  await expect.poll(told).toMatchObject({ kind: "next-pass-height", lab: "netwrok" });
  expect((await told()).height).toBeLessThan(200);
  complaints.length = 0;
  host.end();
});

test("an unknown part to show is named, and the lab is shown whole", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto("/embed/labs/network?controls=buttons-banner&device=cpu");
  await expect(page.getByText("“controls” in the link must be some of")).toBeVisible();
  await expect(page.locator("[data-view=network]")).toBeVisible();
});

test("labs under /embed may be framed by any page, and no other page by anyone", async ({
  request,
}) => {
  const ancestors = async (path: string) => {
    const headers = (await request.get(path)).headers();
    return headers["content-security-policy"]?.match(/frame-ancestors ([^;]+)/)?.[1];
  };
  expect(await ancestors("/embed/labs/loss?lr=1")).toBe("*");
  for (const path of ["/", "/labs", "/labs/loss", "/lessons/gpus", "/embedded"]) {
    expect(await ancestors(path)).toBe("'none'");
  }
});

test("a lab's page gives the frame that shows its run in another page", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/labs/network?samples=60&passes=30");
  await page.getByRole("button", { name: "Copy as frame" }).click();
  await expect(page.getByText("in the HTML of your page")).toBeVisible();
  const html = await page.evaluate(() => navigator.clipboard.readText());
  await page.route("**/host", (route) =>
    route.fulfill({ contentType: "text/html", body: html }),
  );
  await page.goto("/host");
  const frame = page.frameLocator('iframe[title="The network"]');
  await expect(frame.getByText("pass 0 of 30")).toBeVisible();
});

for (const path of ["/embed/place#ticket", "/embed/lti"]) {
  test(`axe finds nothing: ${path}`, { tag: "@soak" }, async ({ page }) => {
    await page.goto(path);
    const main = page.getByRole("main");
    await expect(
      main.getByText(/1\. Arrange the lab|Your LMS opens/).first(),
    ).toBeVisible();
    await expectAccessibleInEveryLook(page);
  });
}
