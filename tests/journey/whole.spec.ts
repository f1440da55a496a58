// From the instructor's first click to a receipt that somebody else checks: everything in a
// browser, on a site of its own, which is stopped before the check.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { serveSite } from "../serve-site";
import { boardRow, learn, makeAssignment, openClass, profile } from "./assignment-way";
import { serveBuild } from "./static-host";
import { expect, test } from "./strict-test";

test("an assignment is made, met, handed in, seen, and checked without the server", async ({
  browser,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), "next-pass-whole-"));
  const site = await serveSite({ COURSE_DATA_DIR: folder });
  const files = await serveBuild();
  try {
    const instructor = await profile(browser, site.url);
    const code = await openClass(instructor, await makeAssignment(instructor));
    const receipt = await learn(await profile(browser, site.url), code);
    await expect(boardRow(instructor)).toContainText("✓ confirmed 1");

    site.close();
    await expect
      .poll(() =>
        fetch(site.url).then(
          () => "answers",
          () => "is stopped",
        ),
      )
      .toBe("is stopped");
    const stranger = await profile(browser, files.url);
    await stranger.goto(new URL(receipt).pathname + new URL(receipt).hash);
    // All but whose seed it is: the class alone knows its learners.
    await expect(stranger.getByText("Unconfirmed – Ada Lovelace")).toBeVisible();
    await expect(
      stranger.getByText("The seed comes from a place in a class").first(),
    ).toBeVisible();
    await expect(stranger.getByText("Holds: Replayed, identical")).toBeVisible();
    const packed = receipt.split("#")[1] ?? "";
    const forged = `${packed.slice(0, 40)}${packed[40] === "A" ? "B" : "A"}${packed.slice(41)}`;
    await stranger.goto(`/receipt#${forged}`);
    await expect(stranger.getByText("This receipt is damaged").first()).toBeVisible();
  } finally {
    site.close();
    files.close();
    await rm(folder, { recursive: true, force: true });
  }
});
