// The browsers of Debian that Playwright cannot drive: Firefox through WebDriver BiDi, WebKitGTK
// through its WebDriver, on a screen that nobody sees.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { launch } from "puppeteer-core";
import * as z from "zod";
import { installPackage } from "../debian-package";
import { freePort } from "../free-port";

export type OtherBrowser = {
  /** Opens a page and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** The value of an expression in the page, once it is resolved. */
  run(expression: string): Promise<unknown>;
  /** Sets the width of the page, in pixels of its own. */
  widen(width: number): Promise<void>;
  /** A PNG of what is in sight. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
};

const height = 800;

function onPath(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find((file) => existsSync(file)) ?? null;
}

/** What is needed, after another look where it had to be installed; null where it is missing. */
function found<T>(look: () => T | null, packages: readonly string[]): T | null {
  const before = look();
  if (before !== null) return before;
  for (const name of packages) installPackage(name);
  return look();
}

async function openFirefox(): Promise<OtherBrowser | null> {
  const executablePath = found(() => onPath("firefox-esr", "firefox"), ["firefox-esr"]);
  if (executablePath === null) return null;
  const browser = await launch({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    widen: (width) => page.setViewport({ width, height }),
    picture: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}

const libraries = "/usr/lib";

/** The browser that comes with WebKitGTK, in a folder for each machine and version. */
function findMiniBrowser(): string | null {
  for (const machine of readdirSync(libraries)) {
    for (const version of ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]) {
      const file = path.join(libraries, machine, version, "MiniBrowser");
      if (existsSync(file)) return file;
    }
  }
  return null;
}

function findWebKit() {
  const [driver, screen, binary] = [
    onPath("WebKitWebDriver"),
    onPath("Xvfb"),
    findMiniBrowser(),
  ];
  return driver && screen && binary ? { driver, screen, binary } : null;
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

/** Starts a screen in memory; gives it and its name. */
async function startScreen(file: string) {
  const screen = spawn(file, ["-displayfd", "1", "-screen", "0", "1600x1200x24"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [name] = await once(screen.stdout, "data");
  return { screen, display: `:${String(name).trim()}` };
}

const valueShape = z.object({ value: z.unknown() });
const sessionShape = z.object({ sessionId: z.string() });

/** Asks a WebDriver; gives the value of its answer. */
async function ask(method: "DELETE" | "GET" | "POST", url: string, body?: object) {
  const sent = method === "POST" ? { body: JSON.stringify(body ?? {}) } : {};
  const response = await fetch(url, { method, ...sent });
  const { value } = valueShape.parse(await response.json());
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}

/** The browser's own bar would keep its window wider than a phone. */
const smallToolbar = `window * { font-size: 1px; min-width: 0; margin: 0; padding: 0; border: 0 }
image { -gtk-icon-size: 1px; -gtk-icon-source: none }`;

async function openWebKit(): Promise<OtherBrowser | null> {
  const files = found(findWebKit, ["webkit2gtk-driver", "xvfb"]);
  if (files === null) return null;
  const home = mkdtempSync(path.join(tmpdir(), "next-pass-webkit-"));
  mkdirSync(path.join(home, ".config/gtk-3.0"), { recursive: true });
  writeFileSync(path.join(home, ".config/gtk-3.0/gtk.css"), smallToolbar);
  const { screen, display } = await startScreen(files.screen);
  const port = await freePort();
  const driver = spawn(files.driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display, HOME: home, XDG_RUNTIME_DIR: home },
    stdio: "ignore",
  });
  const server = `http://127.0.0.1:${port}`;
  const capabilities = {
    alwaysMatch: {
      "webkitgtk:browserOptions": { binary: files.binary, args: ["--automation"] },
    },
  };
  const close = async () => {
    await end(driver);
    await end(screen);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await ask("GET", `${server}/status`).catch(() => null)) break;
      await pause(50);
    }
    const opened = await ask("POST", `${server}/session`, { capabilities });
    const session = `${server}/session/${sessionShape.parse(opened).sessionId}`;
    const run = (expression: string) =>
      ask("POST", `${session}/execute/async`, {
        script: `const [done] = arguments;
          Promise.resolve(${expression}).then(done, (error) => done(String(error)));`,
        args: [],
      });
    await ask("POST", `${session}/timeouts`, { script: 60_000 });
    return {
      open: async (url) => void (await ask("POST", `${session}/url`, { url })),
      run,
      async widen(width) {
        const rect = (wide: number) =>
          ask("POST", `${session}/window/rect`, { width: wide, height });
        await rect(width);
        // The window has an edge of its own.
        const inner = Number(await run("innerWidth"));
        await rect(width + width - inner);
      },
      picture: async () =>
        Buffer.from(String(await ask("GET", `${session}/screenshot`)), "base64"),
      async close() {
        await ask("DELETE", session).catch(() => {});
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Each opens its browser; null where it is not here and cannot be installed. */
export const otherBrowsers = { Firefox: openFirefox, WebKitGTK: openWebKit };
