// Runs the unit tests, with Chromium's software GPU in Node's reach: the package "webgpu"
// finds it through the Vulkan loader's variables, which must be set before Node starts.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { findChromium } from "./find-chromium";

const driver = "vk_swiftshader_icd.json";

function folderOfDriver() {
  const file = findChromium()?.file;
  const folders = [
    "/usr/lib/chromium",
    "/usr/lib/chromium-browser",
    "/opt/google/chrome",
  ];
  if (file) folders.unshift(path.dirname(realpathSync(file)));
  return folders.find((folder) => existsSync(path.join(folder, driver)));
}

const folder = folderOfDriver();
const vulkan = folder && {
  VK_ICD_FILENAMES: path.join(folder, driver),
  LD_LIBRARY_PATH: [folder, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
};
const { status } = spawnSync(
  "npx",
  ["vitest", "run", "--config", "tests/vitest.config.ts", ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, ...vulkan } },
);
process.exit(status ?? 1);
