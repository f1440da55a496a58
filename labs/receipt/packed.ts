import * as z from "zod";
import { base64url, bytesOf } from "@/labs/arithmetic/base64";
import type { Assignment } from "@/labs/assignment/assignment";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { learnerName, longestName } from "@/labs/assignment/learner-name";
import { formatRun, longestLink } from "@/labs/run/link";
import { parseRun } from "@/labs/run/open-link";
import type { Run } from "@/labs/run/run";
import { longestCurve, longestPacked, type Receipt } from "./receipt";

// A receipt as one text: a line of JSON, then its numbers as f32, made smaller.

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

/** More bytes than this no receipt holds. */
export const mostBytes = 600_000;
const mostWeights = 100_000;

/** The id of a learner, as a class writes it. */
const learnerId = /^[A-Za-z0-9_-]{16,40}$/;

const headParts = {
  kernel: z.int().positive(),
  link: z.string().max(2 * longestLink),
  run: z.string().max(longestLink),
  name: z.string().max(4 * longestName),
  seed: z.int().min(0).max(0xffffffff),
  device: z.strictObject({
    kind: z.enum(["webgpu", "cpu"]),
    name: z.string().max(200),
  }),
  at: z.int().min(0).max(8.64e15),
  answers: z
    .array(z.strictObject({ question: z.string().max(80), answer: z.string().max(1000) }))
    .max(20),
  told: z.array(z.int().min(0).max(100_000)).min(1).max(longestCurve),
  weights: z.int().min(1).max(mostWeights),
};

const headShape = z.discriminatedUnion("receipt", [
  z.strictObject({ receipt: z.literal(1), ...headParts }),
  z.strictObject({
    receipt: z.literal(2),
    ...headParts,
    learner: z.string().regex(learnerId).optional(),
  }),
]);

/** Writes a receipt; the same text in every browser is not promised, its reading is. */
export async function pack(receipt: Receipt): Promise<string> {
  const { version, kernel, weights, curve, ...rest } = receipt;
  const told = curve.map(({ pass }) => pass);
  const head = {
    receipt: version,
    kernel,
    ...rest,
    told,
    weights: weights.length,
  };
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const bytes = new Uint8Array(line.length + 4 * (weights.length + 2 * curve.length));
  bytes.set(line);
  const view = new DataView(bytes.buffer, line.length);
  const losses = curve.flatMap(({ trainLoss, heldLoss }) => [trainLoss, heldLoss]);
  let at = 0;
  for (const value of [...weights, ...losses]) {
    view.setFloat32(at, value, true);
    at += 4;
  }
  return base64url(await deflated(bytes));
}

type Unpacked = { receipt: Receipt } | { problem: string };

const damaged = {
  problem: "This receipt is damaged: a part of it is missing or was changed on its way.",
};

const numbersAt = (view: DataView, from: number, count: number) =>
  Float32Array.from({ length: count }, (_, at) => view.getFloat32(4 * (from + at), true));

function readHead(text: string) {
  try {
    const { data } = headShape.safeParse(JSON.parse(text));
    return data ?? null;
  } catch {
    return null;
  }
}

/** Reads what `pack` wrote, or says in a sentence why not. Never rejects. */
async function unpack(text: string): Promise<Unpacked> {
  if (text.length > longestPacked) {
    return { problem: `This receipt is longer than ${longestPacked} characters.` };
  }
  const small = bytesOf(text);
  const bytes = small && (await inflated(small, mostBytes));
  const end = bytes?.indexOf(10) ?? -1;
  if (!bytes || end < 0) return damaged;
  const line = new TextDecoder().decode(bytes.subarray(0, end));
  const head = readHead(line);
  if (!head) return damaged;
  const { receipt: version, told, weights: size, ...rest } = head;
  const view = new DataView(bytes.buffer, bytes.byteOffset + end + 1);
  if (view.byteLength !== 4 * (size + 2 * told.length)) return damaged;
  const weights = numbersAt(view, 0, size);
  const losses = numbersAt(view, size, 2 * told.length);
  const curve = told.map((pass, at) => ({
    pass,
    trainLoss: losses[2 * at] ?? 0,
    heldLoss: losses[2 * at + 1] ?? 0,
  }));
  return { receipt: { version, ...rest, weights, curve } };
}

// Bytes as text that any link can hold (base64url, RFC 4648 section 5), and made smaller
// (zlib, RFC 1950, whose checksum tells what was damaged).

async function gathered(stream: ReadableStream<Uint8Array>, most: number) {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const streamOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream();

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = streamOf(bytes).pipeThrough(new CompressionStream("deflate"));
  return (await gathered(stream, Number.POSITIVE_INFINITY)) ?? new Uint8Array();
}

async function unpacked(small: Uint8Array<ArrayBuffer>, most: number) {
  try {
    const stream = streamOf(small).pipeThrough(new DecompressionStream("deflate"));
    return await gathered(stream, most);
  } catch {
    return null;
  }
}

/** Undoes `deflated`; null where the bytes are damaged or would pass `most`. */
export async function inflated(
  small: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await unpacked(small, most);
  // Not every system minds what follows the end: a byte less is whole then as well.
  const isLonger = bytes && (await unpacked(small.subarray(0, -1), most)) !== null;
  return isLonger ? null : bytes;
}

// A receipt with what its texts stand for: the assignment and the learner's run.

/** A receipt with the assignment and the run that its texts stand for. */
export type Opened = {
  receipt: Receipt;
  assignment: Assignment;
  /** The run that the learner claims to have trained, with the seed they claim. */
  run: Run;
};

/**
 * Opens a packed receipt, or says in a sentence why it is none. Only what has one meaning
 * is opened: each text must be just as the site writes it. Never rejects.
 */
export async function openReceipt(packed: string): Promise<Opened | { problem: string }> {
  const unpacked = await unpack(packed);
  if ("problem" in unpacked) return unpacked;
  const { receipt } = unpacked;
  const assignment = readLink(receipt.link)?.assignment;
  if (!assignment || linkOf(assignment) !== receipt.link) {
    return { problem: "This receipt names no assignment that this site can read." };
  }
  if (learnerName(receipt.name) !== receipt.name) {
    return { problem: "This receipt bears a name that nobody can type on this site." };
  }
  const start = { ...assignment.run, seed: receipt.seed };
  const { run } = parseRun(receipt.run, start);
  // The seed has one place, which the check compares with the name.
  if (formatRun(run, start) !== receipt.run || run.seed !== receipt.seed) {
    return { problem: "This receipt names a run that this site cannot train." };
  }
  return { receipt, assignment, run };
}
