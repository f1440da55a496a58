// What a request says of where it comes from, on a server that no proxy stands before.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { responses } from "@/content/class/messages";
import { serveSite } from "../serve-site";
import { times } from "../soak";
import { expect, test } from "./strict-test";

/** A site of its own, behind so many proxies. */
async function openSite(proxies: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "next-pass-forged-"));
  const environment = { COURSE_DATA_DIR: folder, DATABASE_URL: "", TRUST_PROXY: proxies };
  const { url, close } = await serveSite(environment);
  // The server tells itself where connections come from once it was first asked for a page.
  await fetch(url);
  const post = (route: string, body: unknown, address?: string) =>
    fetch(new URL(route, url), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(address !== undefined && { "x-forwarded-for": address }),
      },
      body: JSON.stringify(body),
    });
  return {
    open: (address?: string) => post("/api/classes", { name: "5b" }, address),
    join: (code: string, address?: string) =>
      post("/api/join", { code, name: "Ada" }, address),
    close() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test("forged addresses count as one where no proxy stands in front", async () => {
  const site = await openSite("");
  try {
    const statuses: number[] = [];
    for (let n = 0; n < 25; n += 1) {
      const forged = `198.51.100.${n}, 203.0.113.${n}`;
      statuses.push((await site.open(forged)).status);
    }
    const taken = statuses.filter((status) => status === 201).length;
    expect(taken).toBe(20);
    expect(statuses.at(-1)).toBe(429);
  } finally {
    site.close();
  }
});

test("behind one proxy the address that it saw counts, whatever stands before it", async () => {
  const site = await openSite("1");
  try {
    const statuses: number[] = [];
    for (let n = 0; n < 25; n += 1) {
      statuses.push((await site.open(`198.51.100.${n}, 203.0.113.1`)).status);
    }
    expect(statuses.filter((status) => status === 201).length).toBe(20);
    expect((await site.open("198.51.100.1, 203.0.113.2")).status).toBe(201);
  } finally {
    site.close();
  }
});

const wrongCodes = times(300, 3000);

test(`${wrongCodes} wrong codes keep no right one out`, { tag: "@soak" }, async () => {
  const site = await openSite("");
  try {
    const opened = responses.opened.parse(await (await site.open()).json());
    const wrong = opened.class.code.startsWith("0") ? "1000-0000" : "0000-0000";
    for (let n = 0; n < wrongCodes / 100; n += 1) {
      const tries = Array.from({ length: 100 }, () => site.join(wrong, `forged ${n}`));
      for (const { status } of await Promise.all(tries)) {
        expect([404, 429]).toContain(status);
      }
    }
    expect((await site.join(opened.class.code)).status).toBe(200);
  } finally {
    site.close();
  }
});
