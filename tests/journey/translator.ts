// Plays the translator that is built into a browser: puts a <font> with other words in the
// place of each text, and goes on to do so wherever the page changes. And finds what such a
// page no longer shows as React means it.
import type { Page } from "@playwright/test";
import { expect } from "./strict-test";

declare global {
  interface Window {
    translation: {
      /** Translates whatever is not translated yet. */
      now(): void;
      /** Where the page shows other texts than React gave it, and how. */
      unlike(): string[];
    };
  }
}

/**
 * Translates each page opened from now on: from its first bytes, or once React has it all.
 * `other` is run in the page, and knows nothing else of this file.
 */
export async function translate(
  page: Page,
  from: "start" | "taken over",
  other: (text: string) => string = words,
) {
  const content = `(${play})(${JSON.stringify(from)}, ${other})`;
  await page.addInitScript({ content });
}

/** What the translator makes of a text, left to itself. */
export function words(text: string): string {
  return text.replace(/\S(.*\S)?/s, (all) => `[${all.replaceAll(/[aeiou]/gi, "$&$&")}]`);
}

/** Every text of the page is what React made it, or the translation of that. */
export const expectLive = (page: Page, when: string) =>
  expect.poll(() => page.evaluate(() => window.translation.unlike()), when).toEqual([]);

/** Runs in the page. */
function play(from: "start" | "taken over", other: (text: string) => string) {
  // A translator has a world, and methods, of its own.
  const { insertBefore, removeChild } = Node.prototype;
  const skipped = "script, style, noscript, textarea, [translate=no], .notranslate";
  /** What each outer <font> is the translation of. */
  const originals = new WeakMap<Node, string>();

  function replace(text: Text, parent: Element) {
    const font = document.createElement("font");
    font.innerHTML = "<font></font>";
    font.firstElementChild?.append(other(text.data));
    originals.set(font, text.data);
    insertBefore.call(parent, font, text);
    removeChild.call(parent, text);
  }

  function now() {
    if (!document.body) return;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) {
      if (walker.currentNode instanceof Text) found.push(walker.currentNode);
    }
    for (const text of found) {
      const parent = text.parentElement;
      if (parent && text.data.trim() && !parent.closest(`font, ${skipped}`)) {
        replace(text, parent);
      }
    }
  }

  let waiting = false;
  function soon() {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      now();
    }, 20);
  }
  function begin() {
    now();
    document.documentElement?.classList.add("translated-ltr");
    const changes = { childList: true, characterData: true, subtree: true };
    new MutationObserver(soon).observe(document, changes);
  }
  function beginOnceTakenOver() {
    const root = rootFiber();
    if (root?.child && isTakenOver(root.child)) begin();
    else setTimeout(beginOnceTakenOver, 50);
  }
  if (from === "start") begin();
  else addEventListener("load", beginOnceTakenOver);

  /** What React keeps of an element or a text; see its `ReactWorkTags`. */
  type Fiber = {
    tag: number;
    memoizedProps: unknown;
    memoizedState: unknown;
    stateNode: unknown;
    child: Fiber | null;
    sibling: Fiber | null;
  };
  const [text, portal, offscreen, elements] = [6, 4, 22, [5, 26, 27]];

  /** Whether React has read these and all within: a part in a Suspense may come later. */
  function isTakenOver(first: Fiber | null): boolean {
    for (let fiber = first; fiber; fiber = fiber.sibling) {
      const { memoizedState, child } = fiber;
      if (Object(memoizedState).dehydrated || !isTakenOver(child)) return false;
    }
    return true;
  }

  function rootFiber(): Fiber | null {
    const key = Object.keys(document).find((key) => key.startsWith("__reactContainer$"));
    return key ? Reflect.get(document, key)?.stateNode?.current : null;
  }

  /** The texts that stand in an element itself, each as it was before it was translated. */
  const shownIn = (element: Element) =>
    [...element.childNodes]
      .map((node) => originals.get(node) ?? (node instanceof Text ? node.data : ""))
      .join("");

  function unlike(): string[] {
    const found: string[] = [];
    /** Adds the texts of an element's own to `texts`, and compares those of others. */
    function read(first: Fiber | null, texts: string[]) {
      for (let fiber = first; fiber; fiber = fiber.sibling) {
        const { tag, memoizedProps, stateNode, child } = fiber;
        const props = Object(memoizedProps);
        if (tag === text) texts.push(String(memoizedProps));
        else if (tag === offscreen && fiber.memoizedState !== null) continue;
        else if (tag === portal) read(child, []);
        else if (elements.includes(tag) && stateNode instanceof Element) {
          const own: string[] = [];
          read(child, own);
          const { children } = props;
          if (typeof children === "string" || typeof children === "number") {
            own.push(String(children));
          }
          const isRead = document.body.contains(stateNode) && !stateNode.closest(skipped);
          const shown = shownIn(stateNode);
          if (isRead && !props.dangerouslySetInnerHTML && shown !== own.join("")) {
            found.push(`${stateNode.tagName} shows “${shown}” for “${own.join("")}”`);
          }
        } else read(child, texts);
      }
    }
    const root = rootFiber();
    read(root?.child ?? null, []);
    return root ? found : ["There is no React here"];
  }

  window.translation = { now, unlike };
}
