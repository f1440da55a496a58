// A receipt as one text: a line of JSON, then its numbers as f32, made smaller.
import * as z from "zod";
import { longestName } from "../assignment/learner-name";
import { longestLink } from "../run/link";
import { base64url, bytesOf, deflated, inflated } from "./bytes";
import { kernelVersion, longestPacked, mostTold, type Receipt } from "./receipt";

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

/** More bytes than this no receipt holds. */
export const mostBytes = 600_000;
const mostWeights = 100_000;

const headShape = z.strictObject({
  receipt: z.literal(1),
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
  told: z.array(z.int().min(0).max(100_000)).min(1).max(mostTold),
  weights: z.int().min(1).max(mostWeights),
});

/** Writes a receipt; the same text in every browser is not promised, its reading is. */
export async function pack(receipt: Receipt): Promise<string> {
  const { weights, curve, ...rest } = receipt;
  const told = curve.map(({ pass }) => pass);
  const head = {
    receipt: 1,
    kernel: kernelVersion,
    ...rest,
    told,
    weights: weights.length,
  };
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const bytes = new Uint8Array(line.length + 4 * (weights.length + 2 * curve.length));
  bytes.set(line);
  const view = new DataView(bytes.buffer, line.length);
  const losses = curve.flatMap(({ trainLoss, testLoss }) => [trainLoss, testLoss]);
  let at = 0;
  for (const value of [...weights, ...losses]) {
    view.setFloat32(at, value, true);
    at += 4;
  }
  return base64url(await deflated(bytes));
}

export type Unpacked = { receipt: Receipt; kernel: number } | { problem: string };

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
export async function unpack(text: string): Promise<Unpacked> {
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
  const { receipt: _, kernel, told, weights: size, ...rest } = head;
  const view = new DataView(bytes.buffer, bytes.byteOffset + end + 1);
  if (view.byteLength !== 4 * (size + 2 * told.length)) return damaged;
  const weights = numbersAt(view, 0, size);
  const losses = numbersAt(view, size, 2 * told.length);
  const curve = told.map((pass, at) => ({
    pass,
    trainLoss: losses[2 * at] ?? 0,
    testLoss: losses[2 * at + 1] ?? 0,
  }));
  return { receipt: { ...rest, weights, curve }, kernel };
}
