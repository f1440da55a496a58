// The network lab: several classes, exact numbers, typed weights, own points, files.
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });
const map = (page: Page) => page.getByRole("application", { name: /^Map of the plane/ });
const plane = (page: Page) => page.getByRole("application", { name: "Plane to draw on" });
const tab = (page: Page, name: string) => page.getByRole("tab", { name });
const ownData = (page: Page) => page.getByRole("group", { name: "Your own data" });

async function open(page: Page, query: string) {
  await page.goto(`/labs/network?${query}`);
  await expect(button(page, "Train")).toBeEnabled();
  await expect(map(page)).toBeVisible();
}

async function train(page: Page) {
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
}

/** Clicks a place of the plane, given in its own units. */
async function clickAt(page: Page, target: Locator, x: number, y: number) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("No plane to click");
  const at = {
    x: box.x + (box.width * (x + 3)) / 6,
    y: box.y + (box.height * (3 - y)) / 6,
  };
  await page.mouse.click(at.x, at.y);
}

async function drag(page: Page, target: Locator, from: number[], to: number[]) {
  const box = await target.boundingBox();
  if (!box) throw new Error("No plane to drag on");
  const at = ([x = 0, y = 0]: number[]) =>
    [box.x + (box.width * (x + 3)) / 6, box.y + (box.height * (3 - y)) / 6] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 5 });
  await page.mouse.up();
}

async function openOwnData(page: Page) {
  await tab(page, "Own data").click();
  await expect(plane(page)).toBeVisible();
}

test("three classes are trained, told apart on the map and read by number", {
  tag: "@gpu",
}, async ({ page }) => {
  await open(page, "data=arms&loss=categorical&layers=8&opt=adam&passes=200");
  await train(page);
  const shares = page.getByRole("list", { name: "Share of the plane" });
  await expect(shares.getByRole("listitem")).toHaveText([/orange/, /blue/, /green/]);
  await map(page).hover({ position: { x: 100, y: 60 } });
  await expect(
    page
      .getByText(
        /^At x .* the scores are orange .*, blue .*, green .*: (orange|blue|green)\.$/,
      )
      .first(),
  ).toBeVisible();
  await page.getByRole("button", { name: "Output green" }).click();
  await expect(page.getByText("Output green: the sum of")).toBeVisible();
  await expect(page.locator("figcaption").first()).toContainText("Output green");
  await button(page, "Show all classes").click();
  await expect(page.locator("figcaption").first()).toContainText("The class that scores");
});

test("a cross moved with the arrow keys reads the map, and is told once", async ({
  page,
}) => {
  await open(page, "device=cpu");
  await map(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowUp");
  const reading =
    /^At x 0\.10, y 0\.50 the network puts out −?\d\.\d{3}: (blue|orange)\.$/;
  await expect(page.getByText(reading).first()).toBeVisible();
  await expect(page.getByRole("status").getByText(reading)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(map(page).getByText(reading)).toHaveCount(0);
});

test("a weight is reached by its line, typed, linked, kept by Reset and given back", async ({
  page,
}) => {
  await open(page, "layers=1&in=x&samples=60&passes=30");
  const untouched = await bench(page).getAttribute("data-train-loss");
  await train(page);
  const network = page.getByRole("group", { name: "The network, from its inputs" });
  const box = await network.boundingBox();
  if (!box) throw new Error("No network to point at");
  // One input, one neuron, one output: the lines run along the middle.
  await page.mouse.move(box.x + 0.29 * box.width, box.y + box.height / 2);
  await expect(page.getByText(/^x → Layer 1, neuron 1: weight −?\d/)).toBeVisible();
  await page.mouse.click(box.x + 0.29 * box.width, box.y + box.height / 2);
  const weight = page.getByLabel("x ×");
  await expect(weight).toBeFocused();
  await weight.fill("1.25");
  await weight.press("Enter");
  await expect(page).toHaveURL(/[?&]w=0_1\.25(&|$)/);
  await expect(bench(page)).toHaveAttribute("data-pass", "0");
  await tab(page, "Weights").click();
  await expect(page.getByText("1 of 4 is typed.")).toBeVisible();
  await weight.press("ArrowUp");
  await expect(weight).toHaveValue("1.35");
  await weight.fill("heavy");
  await weight.blur();
  await expect(page.getByText("It must be a number from −1000 to 1000.")).toBeVisible();
  await weight.press("Escape");
  await expect(weight).toHaveValue("1.35");

  await train(page);
  await expect(weight).not.toHaveValue("1.35");
  await button(page, "Reset").click();
  await expect(weight).toHaveValue("1.35");
  await train(page);
  await expect(weight).not.toHaveValue("1.35");
  const trained = await weight.inputValue();
  const loss = Number(await bench(page).getAttribute("data-train-loss"));
  await button(page, "Start from these weights").click();
  await expect(bench(page)).toHaveAttribute("data-pass", "0");
  await expect(weight).toHaveValue(trained);
  const again = await bench(page).getAttribute("data-train-loss");
  expect(Number(again)).toBeCloseTo(loss, 6);
  await page.reload();
  await expect(bench(page)).toHaveAttribute("data-train-loss", again ?? "");
  await tab(page, "Weights").click();
  await button(page, "Back to the seed’s weights").click();
  await expect(page).toHaveURL("/labs/network?samples=60&in=x&layers=1&passes=30");
  await expect(bench(page)).toHaveAttribute("data-train-loss", untouched ?? "");
});

test("every weight is listed, and changes while the network trains", {
  tag: ["@gpu", "@long"],
}, async ({ page }) => {
  await open(page, "layers=20-3&samples=2000&passes=100000&device=cpu");
  await tab(page, "Weights").click();
  await expect(page.getByText("All 127 weights and biases")).toBeVisible();
  const first = page.getByRole("group", { name: "Layer 1: 2 × 20, Tanh" });
  await expect(first.getByRole("columnheader")).toHaveCount(17);
  await page.getByLabel("Neurons").first().selectOption("17 to 20");
  await expect(first.getByRole("columnheader")).toHaveText([
    "from",
    "17",
    "18",
    "19",
    "20",
  ]);
  const cell = first.getByRole("cell").first();
  const before = await cell.textContent();
  await button(page, "Train").click();
  await expect(cell).not.toHaveText(before ?? "");
  await button(page, "Pause").click();
});

/** The link's own points, in their order, each within a pixel of where it should be. */
async function expectOwn(page: Page, ...points: string[]) {
  const numbers = (text: string) =>
    text.split("*").map((one) => one.split("_").map(Number));
  const wanted = numbers(points.join("*"));
  await expect(async () => {
    const own = numbers(new URL(page.url()).searchParams.get("own") ?? "");
    expect(own).toHaveLength(wanted.length);
    wanted.forEach(([x = 0, y = 0, target], at) => {
      expect(Math.abs((own[at]?.[0] ?? 99) - x)).toBeLessThan(0.025);
      expect(Math.abs((own[at]?.[1] ?? 99) - y)).toBeLessThan(0.025);
      expect(own[at]?.[2]).toBe(target);
    });
  }).toPass({ timeout: 15_000 });
}

test("points are drawn by mouse, moved, renamed, erased and taken back", async ({
  page,
}) => {
  await open(page, "device=cpu&samples=60&passes=30");
  await openOwnData(page);
  await clickAt(page, plane(page), -1, -1);
  await expect(
    page.getByText("Added orange at x −1.00, y −1.00: 1 point."),
  ).toBeVisible();
  await expect(page).not.toHaveURL(/own/);
  await ownData(page).getByLabel("blue").check();
  await clickAt(page, plane(page), 1, 1);
  await expect(page).toHaveURL(/data=own/);
  await expectOwn(page, "-1_-1_0", "1_1_1");
  await button(page, "Add a class").click();
  await clickAt(page, plane(page), 2, -2);
  await expectOwn(page, "-1_-1_0", "1_1_1", "2_-2_2");
  await drag(page, plane(page), [2, -2], [-2, 2]);
  await expectOwn(page, "-1_-1_0", "1_1_1", "-2_2_2");
  await clickAt(page, plane(page), 1, 1);
  await expectOwn(page, "-1_-1_0", "1_1_2", "-2_2_2");
  await ownData(page).getByLabel("erase").check();
  await clickAt(page, plane(page), 1, 1);
  await expectOwn(page, "-1_-1_0", "-2_2_2");
  await button(page, "Undo").click();
  await button(page, "Undo").click();
  await expectOwn(page, "-1_-1_0", "1_1_1", "-2_2_2");
  await train(page);
  await expect(
    page.getByRole("list", { name: "Share of the plane" }).getByRole("listitem"),
  ).toHaveCount(3);
  await button(page, "Clear").click();
  await expect(page.getByText(/until then the run keeps the ones it had/)).toBeVisible();
  await button(page, "Undo").click();
  await expect(page.getByText("The run trains on these 3 points")).toBeVisible();
});

test("points are drawn, chosen, removed and typed by keyboard alone", async ({
  page,
}) => {
  await open(page, "device=cpu&samples=60&passes=30");
  await tab(page, "Own data").focus();
  await page.keyboard.press("Enter");
  await plane(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("2");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/own=0_0_0\*0\.5_0_1/);
  await expect(ownData(page).getByLabel("blue")).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await expect(page.getByText("Removed blue at x 0.50, y 0.10: 2 points.")).toBeVisible();
  await page.getByText("The points as a table").focus();
  await page.keyboard.press("Enter");
  const y = page.getByLabel("y of point 2");
  await y.fill("far");
  await y.press("Enter");
  await expect(page.getByText("From −3 to 3.")).toBeVisible();
  await y.fill("-1.5");
  await y.press("Enter");
  await expect(page).toHaveURL(/own=0_0_0\*0\.5_-1\.5_1/);
});

test("a CSV becomes points, each bad one is explained, and nothing is lost", async ({
  page,
}) => {
  await open(page, "device=cpu&samples=60&passes=30");
  await openOwnData(page);
  await page.getByText("From a CSV, or to one").click();
  const box = page.getByLabel("Points as CSV").getByRole("textbox");
  const use = button(page, "Use this text");
  await box.fill("x,y,animal\n100,1,cat\n200,-1,dog\n150,0,eel\n");
  await use.click();
  await expect(page).toHaveURL(/own=-2\.7_1_0\*2\.7_-1_1\*0_0_2/);
  const notes = page.getByRole("list", { name: "What was read" });
  await expect(notes).toContainText("“cat” is orange, “dog” is blue, “eel” is green.");
  await expect(notes).toContainText("x runs from 100 to 200 and lies outside −3 to 3");
  const kept = page.url();

  const bad: readonly [string, string][] = [
    ["", "There is nothing to read: it is empty."],
    ["1,2,a\nmany,2,b", "Row 2 has “many” for x, where a number is needed."],
    ["1,2,a\n2,1,a", "All rows have the label “a”: two classes are needed at least."],
    ["1,2,3,a\n1,2,3,b", "Row 1 has 4 columns: three are needed, x, y and label."],
  ];
  for (const [text, says] of bad) {
    await box.fill(text);
    await use.click();
    await expect(page.getByText(says)).toBeVisible();
    expect(page.url()).toBe(kept);
  }
  const folder = await mkdtemp(path.join(tmpdir(), "next-pass-"));
  const large = path.join(folder, "large.csv");
  await writeFile(large, "x,y,label\n");
  await truncate(large, 50_000_000);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    button(page, "Choose a file…").click(),
  ]);
  await chooser.setFiles(large);
  await expect(page.getByText(/“large\.csv” has 50 MB/)).toBeVisible();
  await rm(folder, { recursive: true });
  expect(page.url()).toBe(kept);
  await expect(page.getByText("The run trains on these 3 points")).toBeVisible();

  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "Download the points").click(),
  ]);
  expect(await readFile(await saved.path(), "utf8")).toBe(
    "x,y,label\n-2.7,1,orange\n2.7,-1,blue\n0,0,green\n",
  );
});

test("the weights, the pictures and the curve are taken away as files", async ({
  page,
}) => {
  await open(page, "data=arms&samples=60&loss=categorical&passes=30&device=cpu");
  await train(page);
  await tab(page, "Files").click();
  async function file(name: string) {
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      button(page, name).click(),
    ]);
    return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
  }
  const json = await file("Weights (JSON)");
  expect(json.name).toBe("network-arms-pass-30.json");
  const read = JSON.parse(json.bytes.toString());
  expect(read).toMatchObject({ pass: 30, inputs: ["x", "y"], link: page.url() });
  expect(read.classes).toEqual(["orange", "blue", "green"]);
  expect(read.layers[1].weights).toHaveLength(4);

  const { bytes } = await file("Weights (safetensors)");
  const length = Number(bytes.readBigUInt64LE());
  const header = JSON.parse(bytes.subarray(8, 8 + length).toString());
  expect(header["layers.1.weight"].shape).toEqual([3, 4]);
  expect(header.__metadata__.link).toBe(page.url());
  const [begin = 0] = header["layers.1.bias"].data_offsets;
  const bias = bytes.readFloatLE(8 + length + begin);
  expect(Math.fround(read.layers[1].biases[0])).toBe(bias);

  const png = (await file("Map (PNG)")).bytes;
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(1200);
  expect(png.readUInt32BE(20)).toBeGreaterThanOrEqual(1200);
  const svg = (await file("Network (SVG)")).bytes.toString();
  expect(svg.match(/<path /g)).toHaveLength(2 * 4 + 4 * 3);
  expect(svg.match(/<image /g)).toHaveLength(2 + 4 + 3);
  const curve = (await file("Curve (CSV)")).bytes.toString().trim().split("\n");
  expect(curve).toHaveLength(1 + 31);
  expect(curve.at(-1)?.split(",")[1]).toBe(
    await bench(page).getAttribute("data-train-loss"),
  );
});

test("the map of the largest network follows its training, and pauses in sight", {
  tag: ["@gpu", "@long"],
}, async ({ page }) => {
  await open(page, "layers=64-64-64-64-64-64&samples=2000&passes=100000");
  const picture = () =>
    map(page)
      .locator("canvas")
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const passed = async () => Number(await bench(page).getAttribute("data-pass"));
  await button(page, "Train").click();
  await expect.poll(passed, { timeout: 30_000 }).toBeGreaterThan(2);
  const before = await picture();
  await expect.poll(picture, { timeout: 30_000 }).not.toBe(before);

  await button(page, "Pause").click();
  await page.waitForTimeout(500);
  await expect(page.getByText(`pass ${await passed()} of`)).toBeVisible();
});

test("the steps of up to six layers stand over their layers, and none over another", {
  tag: "@long",
}, async ({ page }) => {
  for (const width of [360, 768, 1280, 1680]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, "layers=8-12-16-8-4-64");
    const steps = page.getByRole("group", { name: "Hidden layers" }).getByRole("button");
    await expect(steps).toHaveCount(12);
    const boxes = await steps.evaluateAll((all) =>
      all.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    for (const [at, one] of boxes.entries()) {
      const over = boxes.slice(at + 1).filter((other) => {
        const [across, down] = [one.right > other.left, one.bottom > other.top];
        return across && down && other.right > one.left && other.bottom > one.top;
      });
      expect(over, `step ${at + 1} at ${width} pixels`).toEqual([]);
    }
  }
});

test("of three sets the last stays closed till the reader opens it, and that is told", async ({
  page,
}) => {
  await open(page, "data=gaussian&noise=0.5&samples=400&split=0.1&valid=0.4&passes=40");
  await train(page);
  await expect(bench(page)).toHaveAttribute("data-validation-loss", /^\d/);
  await expect(bench(page)).toHaveAttribute("data-test-loss", "");
  const closed = page.getByText(/^Closed: 200 examples/);
  await expect(closed).toBeVisible();
  await expect(page.getByText("hollow: validation")).toBeVisible();
  await button(page, "Open the test set").click();
  await expect(page.getByText(/^Opened after pass 40: test loss \d/)).toBeVisible();
  await expect(closed).toBeHidden();
  // Who changes the run after the look is told what that means; other examples are closed.
  await page.getByLabel("Passes", { exact: true }).fill("60");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/changed since is chosen on the test set/)).toBeVisible();
  await page.getByLabel("Seed", { exact: true }).fill("8");
  await page.keyboard.press("Enter");
  await expect(closed).toBeVisible();
});
