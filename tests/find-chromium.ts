// Finds a Chromium for the browser tests, or installs one, and says what it did:
// CHROMIUM_PATH, then one of the system's, then Playwright's own, then an installation.
import { execFileSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

/** The headless shell, which draws no window, takes a third less time than a whole browser. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find((file) => existsSync(file));
}

/** The executable to test with, and where it comes from; null where there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
    return { file: named, from: "CHROMIUM_PATH" };
  }
  const system = onPath();
  if (system) return { file: system, from: "this system" };
  const own = chromium.executablePath();
  return own && existsSync(own) ? { file: own, from: "Playwright" } : null;
}

const driver = "vk_swiftshader_icd.json";

/**
 * The variables by which Node's package "webgpu" finds Chromium's software GPU, through the
 * Vulkan loader; they must be set before Node starts. None where there is no such driver.
 */
export function softwareGpu(): Readonly<Record<string, string>> {
  const file = findChromium()?.file;
  const folders = [
    ...(file ? [path.dirname(realpathSync(file))] : []),
    "/usr/lib/chromium",
    "/usr/lib/chromium-browser",
    "/opt/google/chrome",
  ];
  const folder = folders.find((one) => existsSync(path.join(one, driver)));
  if (folder === undefined) return {};
  return {
    VK_ICD_FILENAMES: path.join(folder, driver),
    LD_LIBRARY_PATH: [folder, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
  };
}

function attempt(command: string, options: readonly string[]) {
  console.log(`No Chromium found. Trying: ${command} ${options.join(" ")}`);
  try {
    execFileSync(command, options, { stdio: "inherit" });
    return true;
  } catch {
    console.log("That did not work.");
    return false;
  }
}

function install() {
  if (attempt("npx", ["playwright", "install", "--with-deps", "chromium"])) return;
  const root = process.getuid?.() === 0;
  const [apt, ...first] = root
    ? (["apt-get"] as const)
    : (["sudo", "-n", "apt-get"] as const);
  attempt(apt, [...first, "update"]);
  // The software GPU comes with the whole browser.
  const both = ["chromium", "chromium-headless-shell"];
  if (attempt(apt, [...first, "install", "-y", ...both])) return;
  attempt(apt, [...first, "install", "-y", "chromium"]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findChromium()) install();
  const found = findChromium();
  if (!found) {
    console.error("There is no Chromium: install one, or name it in CHROMIUM_PATH.");
    process.exit(1);
  }
  console.log(`Testing with the Chromium of ${found.from}: ${found.file}`);
}
