// Five runs side by side against one alone: the lab spreads them over the cores there are.
import { inChromium, inPage } from "./chromium";
import { type Spread, spreadOf } from "./statistics";

const link = "samples=500&split=0.5&data=spiral&layers=8-8-8&passes=20000&device=cpu";
/** Rates that cost alike. */
const rates = ["0.03", "0.031", "0.032", "0.033", "0.034"];
const pairs = 3;

/** Milliseconds from the button's click to the end of the lab's training, in a fresh page. */
function timeOf(site: string, button: string): Promise<number> {
  return inChromium("cpu", (browser) =>
    inPage(browser, `${site}labs/network?${link}`, async (page) => {
      await page.getByRole("button", { name: "Train", exact: true }).waitFor();
      await page.waitForLoadState("networkidle");
      await page.getByText("Run shelf").click();
      const form = page.getByRole("form", { name: "Sweep" });
      await form.getByLabel("over").fill(rates.join(" "));
      return page.evaluate(async (name) => {
        const lab = document.querySelector<HTMLElement>("[data-lab][data-status]");
        const pressed = [...document.querySelectorAll("button")].find(
          ({ textContent }) => textContent === name,
        );
        if (!lab || !pressed) throw new Error(`There is no button “${name}”.`);
        const before = performance.now();
        pressed.click();
        await new Promise<void>((resolve) => {
          new MutationObserver(() => {
            if (lab.dataset.status === "done") resolve();
          }).observe(lab, { attributes: true });
        });
        return performance.now() - before;
      }, button);
    }),
  );
}

/** How many times as long five take as one, pair by pair. */
export async function fiveSides(site: string): Promise<Spread> {
  const times: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const one = await timeOf(site, "Train");
    times.push((await timeOf(site, "Train them all")) / one);
  }
  return spreadOf(times);
}
