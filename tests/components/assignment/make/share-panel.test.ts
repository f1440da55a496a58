import { fromHtml } from "hast-util-from-html";
import { select } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { expect, test } from "vitest";
import { freshDraft } from "@/components/assignment/make/assignment-draft";
import { frameOf, htmlLine, plainLine } from "@/components/assignment/make/share-panel";
import { labs } from "@/labs/catalog/labs";

const address =
  "https://next-pass.example/labs/network?assignment=1&title=%22&goal=loss_0.1*neurons_8";
const titles = [
  '"<&',
  "</a><script>x</script>",
  "' onload='x",
  "&amp;",
  "日本語 🙂",
  'a"b',
];

test.each(titles)("a title %j is itself again once its HTML is read", (title) => {
  const assignment = { ...freshDraft(labs.network), title };
  const line = fromHtml(htmlLine(assignment, address), { fragment: true });
  const link = select("a", line);
  expect(link?.properties.href).toBe(address);
  expect(link && textOf(link)).toBe(title);
  expect(line.children).toHaveLength(1);
  const page = fromHtml(frameOf(assignment, address), { fragment: true });
  expect(page.children).toHaveLength(1);
  expect(select("iframe", page)?.properties).toEqual({
    src: address,
    title,
    style: "width: 100%; height: 60rem; border: 0",
  });
});

test("a line says the title, when it is due, and the address", () => {
  const assignment = { ...freshDraft(labs.network), title: "Fewest neurons" };
  expect(plainLine(assignment, address)).toBe(`Fewest neurons: ${address}`);
  expect(plainLine({ ...assignment, due: "2026-12-01" }, address)).toBe(
    `Fewest neurons (due 1 December 2026): ${address}`,
  );
  expect(plainLine({ ...assignment, due: "2026-12-01T18:00Z" }, address)).toBe(
    `Fewest neurons (due 1 December 2026 at 18:00 UTC): ${address}`,
  );
  const html = htmlLine({ ...assignment, due: "2026-12-01" }, address);
  expect(html).toMatch(/<\/a>, due 1 December 2026$/);
});

test("without a title an assignment is called as its lab", () => {
  expect(plainLine({ ...freshDraft(labs.loss), title: " " }, "x")).toBe("Which loss?: x");
});

test("only the lab that listens may use the microphone", () => {
  expect(frameOf(freshDraft(labs.sound), "x")).toContain('allow="microphone"');
  expect(frameOf(freshDraft(labs.loss), "x")).not.toContain("allow=");
});
