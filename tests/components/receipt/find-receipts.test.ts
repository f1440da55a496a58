import { expect, test } from "vitest";
import { receiptsIn } from "@/components/receipt/find-receipts";
import { readFiles, readPasted } from "@/components/receipt/read-receipts";
import { receiptAddress } from "@/components/receipt/receipt-address";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { pack } from "@/labs/receipt/packed";
import { longestPacked } from "@/labs/receipt/receipt";
import { trainReceipt } from "@/tests/labs/receipt/train-receipt";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_3&samples=20&layers=2&passes=6&device=cpu";

const made = (name: string) => pack(trainReceipt(link, name));
const [ada, bob, cyril] = (await Promise.all(["Ada", "Bob", "Cyril"].map(made))) as [
  string,
  string,
  string,
];
const site = "https://next-pass.example/receipt#";

const packedIn = async (text: string) => (await receiptsIn(text)).packed;

/** Breaks a text into lines of so many characters. */
const broken = (text: string, width: number, by = "\n") =>
  (text.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join(by);

test("a receipt is found bare, as a link, and as a path", async () => {
  const inFolder = `https://a.example/course/receipt/#${ada}`;
  for (const text of [ada, site + ada, `/receipt#${ada}`, inFolder, `  ${ada}\n`]) {
    expect(await packedIn(text)).toEqual([ada]);
  }
});

test("a receipt is joined again, wherever a mail program broke it", async () => {
  for (const width of [1, 3, 20, 60, 72, 76, 998]) {
    expect(await packedIn(broken(ada, width)), `bare, ${width}`).toEqual([ada]);
    expect(await packedIn(broken(ada, width, "\r\n> ")), `quoted, ${width}`).toEqual([
      ada,
    ]);
    expect(await packedIn(broken(ada, width, " ")), `spaces, ${width}`).toEqual([ada]);
  }
  for (const width of [20, 60, 72, 76]) {
    expect(await packedIn(broken(site + ada, width)), `link, ${width}`).toEqual([ada]);
    const printable = broken(site + ada, width, "=\r\n");
    expect(await packedIn(printable), `quoted-printable, ${width}`).toEqual([ada]);
  }
});

test("a break before what looks like another beginning is joined, too", async () => {
  let tried = 0;
  for (let seed = 0; tried < 3; seed += 1) {
    const one = await pack({ ...trainReceipt(link, "Ada"), seed, at: seed * 7919 });
    const at = one.slice(3).search(/e(J[w-z]|A[Q-Za-f]|F[4-7]|N[o-r])/);
    if (at < 0) continue;
    tried += 1;
    const halves = `${one.slice(0, at + 3)}\n${one.slice(at + 3)}`;
    expect(await packedIn(halves)).toEqual([one]);
    expect(await packedIn(`${halves}\n${bob}`)).toEqual([one, bob]);
  }
});

test("what a mail says around a receipt is left out", async () => {
  const mail = (body: string) =>
    `Dear teacher\n\nhere is my receipt\n${body}\nGreetings\nAda\n\nSent from a phone`;
  for (const text of [ada, site + ada, `<${site}${ada}>`, `(${site}${ada}).`]) {
    expect(await packedIn(mail(text))).toEqual([ada]);
    expect(await packedIn(mail(broken(text, 70)))).toEqual([ada]);
  }
  expect(await packedIn(`See ${site}${ada} and tell me what you think`)).toEqual([ada]);
});

test("a link within a link, as mail scanners write it, is found", async () => {
  const scanned = `https://scan.example/?url=${encodeURIComponent(site + ada)}&data=05`;
  expect(await packedIn(scanned)).toEqual([ada]);
});

test("many receipts are found in their order, whatever stands between them", async () => {
  const all = [ada, bob, cyril];
  expect(await packedIn(all.join("\n"))).toEqual(all);
  expect(await packedIn(all.map((one) => site + one).join(" "))).toEqual(all);
  expect(await packedIn(all.join("\n\n---\n\n"))).toEqual(all);
  const table = `name,link\nAda,${site}${ada}\n"Bob","${site}${bob}"\nCyril;${cyril};1\n`;
  expect(await packedIn(table)).toEqual(all);
  expect(await packedIn(all.map((one) => broken(one, 64)).join("\n"))).toEqual(all);
  expect(await packedIn(`${ada}\n${ada}`)).toEqual([ada, ada]);
});

test("a damaged receipt is still one, so that it can be told", async () => {
  const changed = `${ada.slice(0, 90)}${ada[90] === "A" ? "B" : "A"}${ada.slice(91)}`;
  for (const text of [changed, site + changed, broken(changed, 70), ada.slice(0, 200)]) {
    expect(await packedIn(text)).toHaveLength(1);
  }
  expect(await packedIn(`x${ada.slice(1)}`)).toHaveLength(1);
});

test("a text without a receipt has none", async () => {
  for (const text of [
    "",
    "hello",
    "eNotes are eAuctions",
    "https://next-pass.example/receipt",
    "https://next-pass.example/labs/network?layers=4",
    "a,b\n1,2",
    "\u0000\u0001\ufffdPNG\r\n",
  ]) {
    expect(await packedIn(text), text).toEqual([]);
  }
});

test("a text too long for a receipt is counted and not read", async () => {
  const long = `eJw${"A".repeat(longestPacked)}`;
  expect(await receiptsIn(`${long}\n${ada}`)).toMatchObject({
    packed: [ada],
    tooLong: 1,
  });
});

test("links of a class's receipts are told apart", async () => {
  const [classId, receiptId] = ["a".repeat(22), "B-_".repeat(8)];
  const found = await receiptsIn(`${site}class=${classId}/${receiptId}, ${site}${ada}`);
  expect(found.classLinks).toEqual([{ classId, receiptId }]);
  expect(found.packed).toEqual([ada]);
});

test("random texts made of receipts and junk never take long or throw", async () => {
  const draw = uniform(streamKey(7, 7));
  const below = (count: number) => Math.floor(draw() * count);
  const scraps = [
    ada,
    site,
    "eJ",
    "#",
    "receipt#",
    "\n",
    " ",
    "=\n",
    "> ",
    "class=",
    "é",
    "A",
  ];
  for (let round = 0; round < 300; round += 1) {
    const pieces = Array.from({ length: below(30) }, () => {
      const scrap = scraps[below(scraps.length)]!;
      return scrap.slice(0, 1 + below(scrap.length));
    });
    const started = performance.now();
    await receiptsIn(pieces.join(""));
    expect(performance.now() - started).toBeLessThan(1000);
  }
  const started = performance.now();
  await receiptsIn("eJw eJx ".repeat(250_000));
  expect(performance.now() - started).toBeLessThan(5000);
});

test("files are read, and those left out are named with the reason", async () => {
  const files = [
    new File([ada], "ada.receipt.txt"),
    new File([`${site}${bob}\n${cyril}`], "two.txt"),
    new File(["milk, eggs"], "shopping.txt"),
    new File([new Uint8Array(2_000_001)], "film.mp4"),
    new File([`eJw${"A".repeat(longestPacked)}`], "long.txt"),
    new File([], ".DS_Store"),
  ];
  const counts: number[] = [];
  const { receipts, leftOut } = await readFiles(files, (count) => counts.push(count));
  expect(receipts).toEqual([
    { packed: ada, file: "ada.receipt.txt", handedIn: null },
    { packed: bob, file: "two.txt", handedIn: null },
    { packed: cyril, file: "two.txt", handedIn: null },
  ]);
  expect(leftOut).toEqual([
    "No receipt was found in “shopping.txt” and “.DS_Store”.",
    "Left out, larger than 2 MB: “film.mp4”.",
    "Left out, longer than the 400,000 characters that are read: one in “long.txt”.",
  ]);
  expect(counts).toEqual([0, 1, 2, 3, 4, 5]);
});

test("many files that were left out are counted, not all named", async () => {
  const files = Array.from({ length: 9 }, (_, at) => new File(["no"], `${at}.txt`));
  const { leftOut } = await readFiles(files, () => {});
  expect(leftOut).toEqual([
    "No receipt was found in “0.txt”, “1.txt”, “2.txt”, “3.txt”, “4.txt” and 4 more.",
  ]);
});

test("a file in UTF-16, as Windows writes one, is read", async () => {
  const wide = Uint8Array.from(`\ufeff${ada}`, (one) => one.charCodeAt(0));
  const bytes = new Uint8Array(2 * wide.length);
  wide.forEach((byte, at) => {
    bytes[2 * at] = byte;
  });
  bytes.set([0xff, 0xfe]);
  const { receipts } = await readFiles([new File([bytes], "wide.txt")], () => {});
  expect(receipts.map(({ packed }) => packed)).toEqual([ada]);
});

test("a pasted text without a receipt says what one looks like", async () => {
  const { leftOut } = await readPasted("hello");
  expect(leftOut).toHaveLength(1);
  expect(leftOut[0]).toContain("No receipt was found in this text.");
});

test("the page's fragment is a receipt, one of a class, or nothing", () => {
  expect(receiptAddress("")).toEqual({ kind: "none" });
  expect(receiptAddress("#")).toEqual({ kind: "none" });
  expect(receiptAddress(`#${ada}`)).toEqual({ kind: "packed", packed: ada });
  const spaced = `#${ada.slice(0, 30)}%20%0A${ada.slice(30)}`;
  expect(receiptAddress(spaced)).toEqual({ kind: "packed", packed: ada });
  const [classId, receiptId] = ["a".repeat(22), "b".repeat(22)];
  expect(receiptAddress(`#class=${classId}/${receiptId}`)).toEqual({
    kind: "class",
    classId,
    receiptId,
  });
  for (const odd of ["#class=", "#class=a/b", `#class=${classId}`, "#class=../../x/y"]) {
    expect(receiptAddress(odd)).toEqual({ kind: "odd" });
  }
  expect(receiptAddress("#%E0%A4%A")).toMatchObject({ kind: "packed" });
});
