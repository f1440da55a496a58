import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, test, vi } from "vitest";
import { compressTexts, withPolicy } from "@/app/build/plain-files";

const folder = mkdtempSync(path.join(tmpdir(), "next-pass-plain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes files below the folder, by their names. */
function write(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

test("a page brings its policy along before its first script", () => {
  const html = withPolicy(
    '<!DOCTYPE html><html><head><script src="a.js"></script></head>',
  );
  const policy =
    /<head><meta http-equiv="Content-Security-Policy" content="(.*?)"\/>/.exec(html);
  expect(policy?.[1]).toContain(
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval';",
  );
  // Browsers complain of it in a page.
  expect(policy?.[1]).not.toContain("frame-ancestors");
  expect(html).toMatch(
    /<meta name="referrer" content="same-origin"\/><script src="a.js">/,
  );
});

test("every text has its compressed forms beside it, and nothing else has", async () => {
  const long = "a line like all others\n".repeat(2000);
  write({ "texts/a/page.html": long, "texts/data.json": "{}", "texts/b.txt": "é" });
  write({
    "texts/photo.png": long,
    "texts/data.csv.gz": "packed",
    "texts/font.woff2": long,
  });
  await compressTexts(path.join(folder, "texts"));
  for (const name of ["a/page.html", "data.json", "b.txt"]) {
    const bytes = (ending: string) =>
      readFileSync(path.join(folder, "texts", name + ending));
    expect(brotliDecompressSync(bytes(".br")).equals(bytes(""))).toBe(true);
    expect(gunzipSync(bytes(".gz")).equals(bytes(""))).toBe(true);
  }
  const names = readdirSync(path.join(folder, "texts"), { recursive: true });
  expect(names.filter((name) => /\.(br|gz)$/.test(String(name)))).toHaveLength(2 * 3 + 1);
});

test("pages are completed below the site's folder, and their scripts moved out", async () => {
  write({
    "out/labs/index.html":
      '<html><head><link rel="stylesheet" href="/course/_next/static/a.css" data-precedence="next"/></head><body><script>self.x=1</script></body></html>',
    "out/_next/static/a.css": "p{background:url(./b.svg)}",
  });
  vi.stubEnv("BASE_PATH", "/course");
  vi.resetModules();
  const { finishPages } = await import("@/app/build/finish-pages");
  const out = path.join(folder, "out");
  await finishPages({ pages: out, next: path.join(out, "_next"), last: withPolicy });
  const page = read("out/labs/index.html");
  const [, name = ""] =
    /<script src="\/course(\/_next\/static\/inline\/\w+\.js)">/.exec(page) ?? [];
  expect(read(`out${name}`)).toBe("self.x=1");
  expect(page).toContain("<style>p{background:url(/course/_next/static/b.svg)}</style>");
  expect(page).toContain('<head><meta http-equiv="Content-Security-Policy"');
});
