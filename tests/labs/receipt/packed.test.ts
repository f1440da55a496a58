// Receipts whose packing was tampered with: by bytes, by length, by spelling.
import { deflateSync, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { inflated, openReceipt, pack } from "@/labs/receipt/packed";
import { longestPacked, type Receipt } from "@/labs/receipt/receipt";
import { trainReceipt } from "./train-receipt";

const link =
  "/labs/network?assignment=1&goal=loss_9&lock=data&samples=60&layers=3&passes=9";

const receipt = trainReceipt(link, "Ada", { rate: 0.1 });

/** The bytes of a receipt: a line of JSON, then its numbers. */
const bytesOf = async (made: Receipt) =>
  new Uint8Array(inflateSync(Buffer.from(await pack(made), "base64url")));

const packedFrom = (bytes: Uint8Array) => deflateSync(bytes).toString("base64url");

const problemOf = async (packed: string) => {
  const opened = await openReceipt(packed);
  return "problem" in opened ? opened.problem : null;
};

const damaged =
  "This receipt is damaged: a part of it is missing or was changed on its way.";

test("a receipt is read up to a length, and none longer", async () => {
  expect(await problemOf("A".repeat(longestPacked))).toBe(damaged);
  expect(await problemOf("A".repeat(longestPacked + 1))).toBe(
    "This receipt is longer than 400000 characters.",
  );
});

test("a receipt with numbers too many or too few is damaged", async () => {
  const bytes = await bytesOf(receipt);
  expect(await problemOf(packedFrom(bytes))).toBe(null);
  const longer = new Uint8Array([...bytes, 0, 0, 0, 0]);
  for (const changed of [longer, bytes.slice(0, -4), bytes.slice(0, -1)]) {
    expect(await problemOf(packedFrom(changed))).toBe(damaged);
  }
});

test("what is no line of JSON with the parts of a receipt is damaged", async () => {
  const bytes = await bytesOf(receipt);
  const numbers = bytes.slice(bytes.indexOf(10));
  for (const line of ["", "{", "{}", "null", "[1]"]) {
    const changed = new Uint8Array([...Buffer.from(line), ...numbers]);
    expect(await problemOf(packedFrom(changed))).toBe(damaged);
  }
});

test("a receipt without an end of its line is damaged, even where its length fits", async () => {
  const bytes = await bytesOf(receipt);
  const line = Buffer.from(bytes.slice(0, bytes.indexOf(10))).toString("utf8");
  const head: { weights: number } = JSON.parse(line);
  // As many weights as the text itself would make, were it read as numbers.
  head.weights = 120;
  const text = JSON.stringify(head);
  const size = 4 * (head.weights + 20);
  const whole = text.replace("{", `{${" ".repeat(Math.max(0, size - 1 - text.length))}`);
  expect(whole).toHaveLength(size - 1);
  expect(await problemOf(packedFrom(Buffer.from(`${whole}.`)))).toBe(damaged);
});

test("bytes are unpacked up to a bound, and none beyond", async () => {
  const small = new Uint8Array(deflateSync(Buffer.alloc(100_000)));
  expect((await inflated(small, 100_000))?.length).toBe(100_000);
  expect(await inflated(small, 99_999)).toBe(null);
});

test("bytes with anything after their end or before it are none", async () => {
  const small = new Uint8Array(deflateSync(Buffer.from("some text")));
  expect(await inflated(small, 99)).toEqual(new Uint8Array(Buffer.from("some text")));
  for (const changed of [
    new Uint8Array([...small, 0]),
    new Uint8Array([...small, ...small]),
    small.slice(0, -1),
    small.slice(1),
    small.with(-1, (small.at(-1) ?? 0) ^ 1),
    new Uint8Array(),
  ]) {
    expect(await inflated(changed, 99)).toBe(null);
  }
});

test("each text of a receipt is as the site writes it, and no other spelling is opened", async () => {
  const noAssignment = "This receipt names no assignment that this site can read.";
  const noRun = "This receipt names a run that this site cannot train.";
  const swapped = link.replace("samples=60&layers=3", "layers=3&samples=60");
  for (const [change, says] of [
    [{ link: swapped }, noAssignment],
    [{ link: `${link}&lr=fast` }, noAssignment],
    [{ link: `https://site.test${link}` }, noAssignment],
    [{ link: "/labs/network?lr=0.1" }, noAssignment],
    [{ link: "/lessons/gpus" }, noAssignment],
    [{ run: "lr=0.10" }, noRun],
    [{ run: "lr=0.1&more=1" }, noRun],
    [{ run: "lr=fast" }, noRun],
    [{ run: `lr=0.1&seed=${receipt.seed}` }, noRun],
    [{ run: `lr=0.1&seed=${receipt.seed + 1}` }, noRun],
    [{ name: "Ada " }, "This receipt bears a name that nobody can type on this site."],
  ] as const) {
    expect(await problemOf(await pack({ ...receipt, ...change }))).toBe(says);
  }
});
