// The page of TensorFlow Playground, where whoever runs the bench has one: PLAYGROUND names
// its address, or the folder that it was built into.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { inChromium, inPage } from "./chromium";

const types = new Map([
  [".html", "text/html"],
  [".js", "text/javascript"],
  [".css", "text/css"],
]);

/** How long its passes are counted. */
const seconds = 10;
/** What the bench's own runs have, in the words of its address. */
const same = "batchSize=10&learningRate=0.03&percTrainData=50&noise=0&activation=tanh";

async function serveFolder(folder: string) {
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    const body = await readFile(path.join(folder, path.normalize(name))).catch(
      () => null,
    );
    const type = types.get(path.extname(name)) ?? "application/octet-stream";
    response.writeHead(body ? 200 : 404, { "Content-Type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

/** Passes per second of the page in each state, which its address holds; none without it. */
export async function playgroundPage(
  asked: readonly { name: string; state: string }[],
): Promise<{ name: string; passesPerSecond: number }[]> {
  const { PLAYGROUND: named } = process.env;
  if (!named) return [];
  const isAddress = /^https?:/.test(named);
  const { url, close } = isAddress
    ? { url: named, close: () => {} }
    : await serveFolder(named);
  try {
    const seen = [];
    for (const { name, state } of asked) {
      const passes = await inChromium("cpu", (browser) =>
        inPage(browser, `${url}#${state}&${same}`, async (page) => {
          const count = async () => {
            const text = await page.locator("#iter-number").textContent();
            return Number((text ?? "").replaceAll(",", ""));
          };
          await page.locator("#play-pause-button").click();
          await page.waitForTimeout(1000);
          const before = await count();
          await page.waitForTimeout(1000 * seconds);
          return (await count()) - before;
        }),
      );
      seen.push({ name, passesPerSecond: passes / seconds });
    }
    return seen;
  } finally {
    close();
  }
}
