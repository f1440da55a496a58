// The lines of a packed file that a browser sends, within bounds of size, time and memory.
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { refusal } from "./class-route";

/** The bounds of one file, in bytes and milliseconds; all read at once share `inAll`. */
export const fileLimits = {
  packed: 60_000_000,
  plain: 150_000_000,
  line: 1_000_000,
  inAll: 300_000_000,
  time: 120_000,
};

const wrongType = "The file must be packed with gzip: Content-Type: application/gzip.";

const noGzip = "This is no file of a class: it cannot be unpacked.";

const crowded = "Other classes are being restored. Wait a little, and try again.";

const tooLong = (most: number) =>
  refusal(413, `A file of more than ${most / 1_000_000} MB is not read.`);

const tooSlow = "The file did not come in time. Try again.";

async function* within(body: ReadableStream<Uint8Array>, most: number) {
  let left = most;
  for await (const chunk of body) {
    left -= chunk.length;
    if (left < 0) throw tooLong(most);
    yield chunk;
  }
}

/** How much is held at present of all files, in bytes. */
let held = 0;

async function* linesOf(plain: AsyncIterable<Uint8Array>, hold: (bytes: number) => void) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const chunk of plain) {
    hold(chunk.length);
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > fileLimits.line) throw tooLong(fileLimits.line);
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}

/**
 * Does `work` with the lines of a request's file, as they come. Refuses with 400, 408, 413,
 * 415 or 503; what `work` throws passes.
 */
export async function withLines<T>(
  { headers, body }: Request,
  work: (lines: AsyncIterable<string>) => Promise<T>,
  limits = fileLimits,
): Promise<T> {
  if (headers.get("content-type") !== "application/gzip") throw refusal(415, wrongType);
  if (!body) throw refusal(400, noGzip);
  let own = 0;
  const hold = (bytes: number) => {
    own += bytes;
    held += bytes;
    if (own > limits.plain) throw tooLong(limits.plain);
    if (held > limits.inAll) throw refusal(503, crowded, 10);
  };
  const plain = createGunzip();
  const late = AbortSignal.timeout(limits.time);
  pipeline(within(body, limits.packed), plain, { signal: late }).catch((error) =>
    plain.destroy(error),
  );
  try {
    return await work(linesOf(plain, hold));
  } catch (error) {
    if (late.aborted) throw refusal(408, tooSlow);
    // Neither gzip nor UTF-8, or it broke off.
    const isUnreadable =
      error instanceof TypeError ||
      (error instanceof Error && "code" in error && /^(Z_|ERR_)/.test(`${error.code}`));
    throw isUnreadable ? refusal(400, noGzip) : error;
  } finally {
    held -= own;
    plain.destroy();
  }
}
