// What comes in: JSON of a known shape, and not more of it than allowed.
import type * as z from "zod";
import { refusal } from "./class-route";

/** The longest body that is read, in bytes. */
export const bodyLimits = {
  handIn: 512_000,
  answers: 512_000,
  link: 64_000,
  other: 8000,
};

const json = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function nextPart(reader: Reader): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value;
  } catch {
    throw refusal(400, "The request broke off before its end.");
  }
}

async function bytesOf({ headers, body }: Request, most: number): Promise<Uint8Array> {
  const tooLong = refusal(413, `A request of more than ${most} bytes is not read.`);
  if (Number(headers.get("content-length") ?? 0) > most) throw tooLong;
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let left = most;
  for (;;) {
    const part = await nextPart(reader);
    if (!part) return Buffer.concat(parts);
    left -= part.length;
    if (left < 0) {
      // Nothing here waits until the sender has heard of it.
      reader.cancel().catch(() => {});
      throw tooLong;
    }
    parts.push(part);
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
 * Reads a request's body at most `most` bytes far. Refuses what is no JSON or not of the
 * shape; `wanted` is then what the reader is told.
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
