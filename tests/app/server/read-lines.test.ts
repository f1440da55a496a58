// The lines of a packed file, however it comes.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { fileLimits, withLines } from "@/app/server/read-lines";

const read = (packed: Uint8Array, limits = fileLimits) => {
  const body = new ReadableStream({
    start(controller) {
      // One byte at a time: letters and lines are cut anywhere.
      for (const byte of packed) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const request = new Request("http://x/", {
    ...{ method: "POST", headers: { "Content-Type": "application/gzip" } },
    ...{ body, duplex: "half" },
  } as RequestInit);
  return withLines(
    request,
    async (lines) => {
      const all: string[] = [];
      for await (const line of lines) all.push(line);
      return all;
    },
    limits,
  );
};

test("letters of several bytes and a last line without an end are read whole", async () => {
  // Long enough to be unpacked in several pieces, which part letters.
  const lines = ["Größe ", "→".repeat(50_000), "", `1${"→".repeat(50_000)}`, "last"];
  expect(await read(gzipSync(lines.join("\n")))).toEqual(lines);
});

test("a line of the most that is read is read, and one letter more is not", async () => {
  const most = "x".repeat(fileLimits.line);
  expect(await read(gzipSync(most))).toEqual([most]);
  await expect(read(gzipSync(`${most}x`.repeat(2)))).rejects.toMatchObject({
    status: 413,
    message: "A file of more than 1 MB is not read.",
  });
});

test("a file that breaks off, or is none, is refused at once", async () => {
  const packed = gzipSync("one\ntwo\n".repeat(1000));
  const status = { status: 400 };
  await expect(read(packed.subarray(0, 30))).rejects.toMatchObject(status);
  await expect(read(new TextEncoder().encode("no gzip"))).rejects.toMatchObject(status);
  const none = new Request("http://x/", {
    ...{ method: "POST", headers: { "Content-Type": "application/gzip" } },
  });
  await expect(withLines(none, async () => 0)).rejects.toMatchObject(status);
});
