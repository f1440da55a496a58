// What a translator does to a page, by each way that one is known to go, and what React
// does to it afterwards. In a browser: the documents that tests have in Node differ in it.
import path from "node:path";
import type { Page } from "@playwright/test";
import { buildSync } from "esbuild";
import { expect, test } from "./strict-test";

const guard = buildSync({
  entryPoints: [path.resolve("components/kit/translation-guard.ts")],
  bundle: true,
  format: "iife",
  globalName: "guard",
  footer: { js: "guard.guardTranslation();" },
  write: false,
}).outputFiles[0]?.text;

const ways = [
  "in one step",
  "before the text, which then goes",
  "behind the text, which then goes",
  "where the text was",
  "as a new text",
  "around the text",
] as const;

type Stage = {
  place: HTMLElement;
  /** Three texts, as React made them: "pass", "7", "of 300". */
  texts: [Text, Text, Text];
  translate(way: (typeof ways)[number], texts?: readonly Text[]): void;
  /** What a reader sees, without the brackets of what is translated. */
  plain(): string;
  told(): Promise<void>;
};

/**
 * A page with a paragraph and a translator, both in `window.stage`. What is built into a
 * browser has a world, and methods, of its own; a translator that a page loads has not.
 */
async function open(page: Page, world: "own" | "page" = "own") {
  await page.goto("about:blank");
  await page.setContent("<p></p>");
  if (world === "page") await page.addScriptTag({ content: guard ?? "" });
  await page.evaluate(() => {
    const { insertBefore, removeChild, replaceChild } = Node.prototype;
    const fontFor = ({ data }: Text) => {
      const font = document.createElement("font");
      font.innerHTML = "<font></font>";
      font.firstElementChild?.append(`[${data}]`);
      return font;
    };
    const translators: Record<string, (text: Text, parent: Node) => void> = {
      "in one step": (text, parent) => replaceChild.call(parent, fontFor(text), text),
      "before the text, which then goes": (text, parent) => {
        insertBefore.call(parent, fontFor(text), text);
        removeChild.call(parent, text);
      },
      "behind the text, which then goes": (text, parent) => {
        insertBefore.call(parent, fontFor(text), text.nextSibling);
        removeChild.call(parent, text);
      },
      "where the text was": (text, parent) => {
        const { nextSibling } = text;
        removeChild.call(parent, text);
        insertBefore.call(parent, fontFor(text), nextSibling);
      },
      "as a new text": (text, parent) => {
        replaceChild.call(parent, new Text(`[${text.data}]`), text);
      },
      "around the text": (text, parent) => {
        const font = document.createElement("font");
        insertBefore.call(parent, font, text);
        insertBefore.call(font, text, null);
        text.data = `[${text.data}]`;
      },
    };
    const [place] = document.getElementsByTagName("p");
    if (!place) throw new Error("There is a paragraph");
    const texts: Stage["texts"] = [new Text("pass"), new Text("7"), new Text("of 300")];
    place.append(...texts);
    const stage: Stage = {
      place,
      texts,
      translate(way, which = texts) {
        for (const text of which) {
          if (text.parentNode) translators[way]?.(text, text.parentNode);
        }
      },
      plain: () => place.textContent.replaceAll(/[[\]]/g, ""),
      told: () => new Promise((go) => setTimeout(go)),
    };
    Object.assign(window, { stage });
  });
  if (world === "own") await page.addScriptTag({ content: guard ?? "" });
}

declare global {
  interface Window {
    stage: Stage;
  }
}

const settings = [
  ["own", true],
  ["own", false],
  ["page", true],
  ["page", false],
] as const;

for (const way of ways) {
  test(`a text translated ${way} changes, moves, makes room and goes`, async ({
    page,
  }) => {
    for (const [world, waits] of settings) {
      await open(page, world);
      const seen = await page.evaluate(
        async ([way, waits]) => {
          const { place, texts, translate, plain, told } = window.stage;
          const [before, changing, after] = texts;
          translate(way);
          if (waits) await told();
          const seen = [place.textContent];
          changing.nodeValue = "8";
          seen.push(plain());
          if (waits) await told();
          translate(way, [changing]);
          changing.nodeValue = "9";
          translate(way, [changing]);
          seen.push(place.textContent);
          place.insertBefore(new Text("about "), changing);
          seen.push(plain());
          if (waits) await told();
          place.insertBefore(after, before);
          seen.push(plain());
          place.appendChild(before);
          seen.push(plain());
          const same = place.removeChild(changing) === changing;
          seen.push(plain());
          place.removeChild(before);
          place.removeChild(after);
          seen.push(plain());
          return [...seen, same];
        },
        [way, waits] as const,
      );
      expect(seen).toEqual([
        "[pass][7][of 300]",
        "pass8of 300",
        "[pass][9][of 300]",
        "passabout 9of 300",
        "of 300passabout 9",
        "of 300about 9pass",
        "of 300about pass",
        "about ",
        true,
      ]);
    }
  });
}

test("a translation that is taken back and made again is followed", async ({ page }) => {
  await open(page);
  const seen = await page.evaluate(async () => {
    const { place, texts, translate, told } = window.stage;
    const [, changing] = texts;
    translate("in one step", [changing]);
    await told();
    const original = new Text("7");
    place.replaceChild(original, place.childNodes[1]!);
    await told();
    translate("in one step", [original]);
    await told();
    changing.nodeValue = "9";
    const seen = [place.textContent];
    // The text itself comes back, and goes for good.
    translate("in one step", [changing]);
    place.replaceChild(changing, place.childNodes[1]!);
    place.removeChild(changing);
    changing.nodeValue = "10";
    return [...seen, place.textContent];
  });
  expect(seen).toEqual(["pass9of 300", "passof 300"]);
});

test("a text that is nowhere is removed from nowhere, and what precedes it comes last", async ({
  page,
}) => {
  await open(page);
  const seen = await page.evaluate(() => {
    const { place, texts } = window.stage;
    const [, changing] = texts;
    changing.remove();
    place.removeChild(changing);
    changing.nodeValue = "8";
    place.insertBefore(new Text("!"), changing);
    return place.textContent;
  });
  expect(seen).toBe("passof 300!");
});

test("an untranslated page is changed as ever", async ({ page }) => {
  await open(page);
  const seen = await page.evaluate(async () => {
    const { place, texts, told } = window.stage;
    const [before, changing, after] = texts;
    place.insertBefore(after, before);
    await told();
    place.appendChild(changing);
    changing.nodeValue = "8";
    place.removeChild(before);
    return [place.textContent, place.firstChild === after, place.childNodes.length];
  });
  expect(seen).toEqual(["of 3008", true, 2]);
});
