// Gives answers to questions by keyboard alone: Tab, arrows, Space and Enter.
import type { Locator, Page } from "@playwright/test";
import type { Answer } from "@/content/quiz/kinds/kind";
import type { Presented } from "@/content/quiz/question";
import { expect } from "./strict-test";

const isFocused = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

/** Presses Tab, or another key, until the element has the focus. */
export async function tabTo(page: Page, target: Locator, key = "Tab") {
  for (let pressed = 0; pressed < 90; pressed += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Brings a question of a set into sight where another one is: by its dot. */
export async function showCard(card: Locator) {
  if (await card.isVisible()) return;
  const place = await card.evaluate((one) =>
    [...(one.closest("section")?.querySelectorAll("[data-question]") ?? [])].indexOf(one),
  );
  const set = card.locator("xpath=ancestor::section[@data-live='true']");
  const dots = set.getByRole("list", { name: "The questions" }).getByRole("button");
  await dots.nth(place).click();
  await expect(card).toBeFocused();
}

async function choose(page: Page, card: Locator, option: number) {
  const radios = card.getByRole("radio");
  const focused = card.locator("input[type=radio]:focus");
  for (let tabs = 0; tabs < 20 && (await focused.count()) === 0; tabs += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  for (let moves = 0; !(await radios.nth(option).isChecked()); moves += 1) {
    expect(moves).toBeLessThan(12);
    await page.keyboard.press("ArrowDown");
  }
}

async function arrange(page: Page, card: Locator, items: readonly string[]) {
  for (const [place, text] of items.entries()) {
    const named = page.getByRole("button", { name: `Move up: ${text}`, exact: true });
    const row = card.locator("ol > li").filter({ has: named });
    const up = row.getByRole("button", { name: "Move up" });
    const now = await row.evaluate((li) =>
      [...(li.parentNode?.children ?? [])].indexOf(li),
    );
    if (now === place) continue;
    await tabTo(page, up);
    for (let at = now; at > place; at -= 1) {
      await page.keyboard.press(at % 2 ? "ArrowUp" : "Enter");
      await expect(up).toBeFocused();
    }
    const told = `${text}: place ${place + 1} of ${items.length}`;
    await expect(card.getByRole("status").first()).toHaveText(told);
  }
}

/** Makes an answer to a question as it is presented; the focus stands before or on the inputs. */
export async function makeAnswer(
  page: Page,
  card: Locator,
  answer: Answer,
  { parts, targets }: Presented,
) {
  const placeOf = (id: string | undefined) => parts.findIndex((part) => part.id === id);
  switch (answer.kind) {
    case "typed":
      await tabTo(page, card.getByRole("textbox"));
      await page.keyboard.type(answer.text);
      break;
    case "ordered":
      await arrange(
        page,
        card,
        answer.items.map((id) => parts[placeOf(id)]?.text ?? ""),
      );
      break;
    case "matched":
      for (const [place, { id }] of parts.entries()) {
        const list = card.getByRole("combobox").nth(place);
        await tabTo(page, list);
        const now = await list.inputValue();
        const at = (target: string | undefined) =>
          targets.findIndex((one) => one.id === target);
        const steps = at(answer.to.get(id)) - at(now);
        for (let at = 0; at < Math.abs(steps); at += 1) {
          await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
        }
      }
      break;
    case "ticked":
      if ((await card.getByRole("checkbox").count()) === 0) {
        await choose(page, card, placeOf(answer.options[0]));
        break;
      }
      for (const option of answer.options) {
        await tabTo(page, card.getByRole("checkbox").nth(placeOf(option)));
        await page.keyboard.press("Space");
      }
      break;
    default:
      throw new Error("a prediction is given by its own test");
  }
}
