// Request bodies: JSON of a known shape, of limited length.
import type * as z from "zod";
import { refusal } from "./class-route";

/** The longest bodies that are read, in bytes. */
export const bodyLimits = {
  handIn: 512_000,
  answers: 512_000,
  link: 64_000,
  /** 500 learners, each with the longest name, id and section. */
  roster: 1_000_000,
  mark: 16_000,
  other: 8000,
};

const json = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function nextChunk(reader: Reader): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value;
  } catch {
    throw refusal(400, "The request broke off before its end.");
  }
}

/** All of a request's body, of at most `most` bytes. Refuses with 400 or 413. */
export async function bytesOf(
  { headers, body }: Request,
  most: number,
): Promise<Uint8Array> {
  const tooLong = refusal(413, `A request of more than ${most} bytes is not read.`);
  if (Number(headers.get("content-length") ?? 0) > most) throw tooLong;
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let left = most;
  for (;;) {
    const chunk = await nextChunk(reader);
    if (!chunk) return Buffer.concat(chunks);
    left -= chunk.length;
    if (left < 0) {
      // The sender may take its time to stop: nothing here waits for it.
      reader.cancel().catch(() => {});
      throw tooLong;
    }
    chunks.push(chunk);
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refusal(400, "The request is no JSON in UTF-8.");
  }
}

/**
 * Reads a request's body, of at most `most` bytes. Refuses with 400, 413 or 415; `wanted`
 * is the sentence for a body that is not of the shape.
 */
export async function readBody<T>(
  request: Request,
  shape: z.ZodType<T>,
  wanted: string,
  most = bodyLimits.other,
): Promise<T> {
  if (!json.test(request.headers.get("content-type") ?? "")) {
    throw refusal(415, "The request must be JSON: Content-Type: application/json.");
  }
  const { data } = shape.safeParse(parsed(await bytesOf(request, most)));
  if (data === undefined) throw refusal(400, wanted);
  return data;
}
