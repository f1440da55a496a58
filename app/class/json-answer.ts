import { promisify } from "node:util";
import { gzip } from "node:zlib";

const zip = promisify(gzip);

/** A shorter text gains nothing. */
const fewest = 4000;

const accepts = (request: Request) =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(
    request.headers.get("accept-encoding") ?? "",
  );

/**
 * Answers with a value as JSON, compressed where the browser takes that: Next.js compresses
 * pages, and not what routes answer.
 */
export async function jsonAnswer(request: Request, value: unknown): Promise<Response> {
  const text = JSON.stringify(value);
  const headers = { "Content-Type": "application/json", Vary: "Accept-Encoding" };
  if (text.length < fewest || !accepts(request)) return new Response(text, { headers });
  // The quickest level: the board of a large class is asked for every two seconds.
  const body = await zip(text, { level: 1 });
  return new Response(new Uint8Array(body), {
    headers: { ...headers, "Content-Encoding": "gzip" },
  });
}
