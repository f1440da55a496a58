import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import {
  commandsFor,
  regionProblem,
  shellText,
  type TaskId,
  tasks,
  userProblem,
} from "@/content/dsvm/dsvm-commands";
import {
  type Edition,
  type EditionId,
  editions,
  gpusOf,
  pitfallsOf,
} from "@/content/dsvm/dsvm-editions";
import { type GpuSize, gpuSizes } from "@/content/dsvm/gpu-sizes";
import { lessonText } from "@/content/lesson/lesson";
import { sources } from "@/content/sources";

const today = "2026-11-23";
const sizeNamed = (name: string): GpuSize => {
  const size = gpuSizes.find((one) => one.name === name);
  if (!size) throw new Error(`no size ${name}`);
  return size;
};
const t4 = sizeNamed("Standard_NC4as_T4_v3");
const a100 = sizeNamed("Standard_NC24ads_A100_v4");

const told = (edition: EditionId, size: GpuSize) => {
  const pitfalls = pitfallsOf(editions[edition], size, today);
  return {
    stops: pitfalls.some(({ stops }) => stops),
    text: pitfalls.map(({ says }) => says).join(" "),
  };
};

test("Windows 2019 never meets a size of generation 2, and meets a T4", () => {
  expect(told("win-2019", a100).stops).toBe(true);
  expect(told("win-2019", a100).text).toContain("generation 1");
  expect(told("win-2019", t4).stops).toBe(false);
});

test("Ubuntu 22.04 starts on every size that can be had", () => {
  for (const size of gpuSizes.filter(({ figures }) => figures)) {
    expect(told("ubuntu-2204", size).stops, size.name).toBe(false);
  }
});

test("where an edition's generation is not known, the reader is told to look", () => {
  expect(told("win-2022", a100)).toMatchObject({ stops: false });
  expect(told("win-2022", a100).text).toContain("V1 or V2");
  expect(told("win-2022", t4).text).not.toContain("V1 or V2");
});

test("a retired size stops every edition and names what replaces it", () => {
  const { stops, text } = told("ubuntu-2204", sizeNamed("NCv3"));
  expect(stops).toBe(true);
  expect(text).toContain("2025-09-30");
  expect(text).toContain("NC A100 v4");
});

test("a size that is retired one day stops from that day on", () => {
  const size = { ...t4, retiredOn: "2027-05-01" };
  const stops = (day: string) =>
    pitfallsOf(editions["ubuntu-2204"], size, day).some((one) => one.stops);
  expect([stops("2027-04-30"), stops("2027-05-01")]).toEqual([false, true]);
});

test.each([
  ["A10", /GRID driver. Install/],
  ["RTX PRO 6000", /GRID driver, with secure boot and vTPM switched off/],
  ["A100", /Fabric Manager/],
])("with every size of a %s it is said what the image does not bring", (gpu, says) => {
  const sizes = gpuSizes.filter((size) => size.figures && size.gpu === gpu);
  expect(sizes.length).toBeGreaterThan(0);
  for (const size of sizes) expect(told("ubuntu-2204", size).text).toMatch(says);
});

test("a T4 and an H100 need nothing that the image does not bring", () => {
  for (const gpu of ["T4", "H100 NVL"]) {
    const size = gpuSizes.find((one) => one.gpu === gpu);
    if (!size) throw new Error(`no size with a ${gpu}`);
    expect(told("ubuntu-2204", size).text).not.toMatch(/GRID|Fabric Manager/);
  }
});

test("every edition has a full name of its latest version, and its remarks have sources", () => {
  for (const { offer, urn, remarks } of Object.values<Edition>(editions)) {
    expect(urn).toMatch(/^microsoft-dsvm:[\w-]+:[\w-]+:latest$/);
    expect(urn.split(":")[1]).toBe(offer);
    expect(remarks.length).toBeGreaterThan(0);
    for (const { source } of remarks) expect(Object.hasOwn(sources, source)).toBe(true);
  }
});

test("the lesson's own commands open no port to the world, as those of the lab do not", async () => {
  const text = await lessonText("data-science-vms");
  const shell = [...text.matchAll(/```bash\n([\s\S]*?)```/g)].map(
    ([, code = ""]) => code,
  );
  const creations = shell
    .join("\n")
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line.startsWith("az vm create"));
  expect(creations.length).toBeGreaterThan(0);
  for (const line of creations) {
    expect(line).toContain("--nsg-rule NONE");
    expect(line).toContain(editions["ubuntu-2204"].urn);
  }
});

test("quota is said with the size's own number of processors", () => {
  expect(told("ubuntu-2204", t4).text).toContain("needs 4 vCPUs");
  expect(told("ubuntu-2204", a100).text).toContain("needs 24 vCPUs");
});

test("parts of a card and several cards are said", () => {
  expect(told("ubuntu-2204", sizeNamed("Standard_NV6ads_A10_v5")).text).toContain(
    "1/6 of a card: 4 GB",
  );
  expect(told("ubuntu-2204", sizeNamed("Standard_NC64as_T4_v3")).text).toContain(
    "64 GB are 4 GPUs of 16 GB",
  );
});

test("the memory of all GPUs of a size together is that of the size", () => {
  for (const { figures } of gpuSizes) {
    if (!figures) continue;
    const { count, each } = gpusOf(figures);
    expect(count * each).toBe(figures.gpuMemory);
    expect(Number.isInteger(count)).toBe(true);
  }
});

const everyChoice = Object.values<Edition>(editions).flatMap((edition) =>
  (Object.keys(tasks) as TaskId[]).map((task) => ({ edition, task })),
);
const place = { region: "northeurope", user: "ada" };

test.each(everyChoice)(
  "$edition.label, $task: a shell reads the commands, from sign-in to deletion",
  ({ edition, task }) => {
    const steps = commandsFor(edition, t4, task, place);
    const text = shellText(steps);
    const { status, stderr } = spawnSync("bash", ["-n"], {
      input: text,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const lines = steps.flatMap((step) => step.lines);
    expect(lines[0]).toBe("az login");
    expect(lines.at(-1)).toBe("az group delete --name next-pass");
    for (const part of [
      "az vm image list --publisher microsoft-dsvm",
      "az vm list-usage --location northeurope",
      `--size ${t4.name}`,
      "--admin-username ada",
      "--nsg-rule NONE",
      "az vm deallocate --resource-group next-pass --name dsvm",
    ]) {
      expect(text).toContain(part);
    }
    for (const { source } of steps) {
      expect(source === null || Object.hasOwn(sources, source)).toBe(true);
    }
  },
);

test("every task reaches the machine in its own way", () => {
  const text = (id: EditionId, task: TaskId) =>
    shellText(commandsFor(editions[id], t4, task, place));
  expect(text("ubuntu-2204", "notebook")).toContain(
    'ssh -L 8000:localhost:8000 ada@"$IP"',
  );
  expect(text("ubuntu-2204", "terminal")).toContain("jupyter nbconvert --execute");
  expect(text("win-2022", "desktop")).toContain("--destination-port-ranges 3389");
  expect(text("ubuntu-2204", "desktop")).toContain("--destination-port-ranges 22");
  expect(text("win-2022", "desktop")).not.toContain("ssh");
});

test("what is typed cannot leave its place in a command", () => {
  for (const text of [
    "",
    "a b",
    "x;rm",
    "$(ls)",
    "West Europe",
    "a\nb",
    "a".repeat(31),
  ]) {
    expect(regionProblem(text)).toMatch(/\.$/);
  }
  for (const text of ["", "Ada", "root", "admin1", "a-b", "x'y", "1st", "a".repeat(21)]) {
    expect(userProblem(text)).toMatch(/\.$/);
  }
  expect([regionProblem("swedencentral"), userProblem("learner")]).toEqual([null, null]);
});
