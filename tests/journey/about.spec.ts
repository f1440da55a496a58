// The report on accessibility where there is little room: on a phone and on paper.
import { principles } from "@/content/about/criteria";
import { expect, test } from "./strict-test";

test("the report on accessibility is a table that nobody moves sideways, on a phone and on paper", async ({
  page,
}) => {
  const count = principles.flatMap(({ criteria }) => criteria).length;
  await page.goto("/about/accessibility");
  for (const [width, media] of [
    [320, "screen"],
    [360, "screen"],
    [718, "print"],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ media });
    const hidden = await page
      .locator("table")
      .evaluateAll((tables) =>
        tables.map(
          (table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0),
        ),
      );
    expect([width, Math.max(...hidden)]).toEqual([width, 0]);
    await expect(page.getByRole("rowheader")).toHaveCount(count);
  }
});
