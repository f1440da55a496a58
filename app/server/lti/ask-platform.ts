// This site's own requests to platforms, bounded in time and size; no redirect is followed.

/** The longest answer that is read, in bytes. */
const longestAnswer = 1_000_000;

/** How long an answer may take, all of it, in milliseconds. */
const patience = 10_000;

/** Whether plain HTTP to this very machine is allowed: while developing, or by a setting. */
const allowsLoopback = () =>
  process.env.NODE_ENV !== "production" || process.env.LTI_LOOPBACK === "1";

/** Whether a text is an address of a platform: https, so that nobody between can listen. */
export function isPlatformAddress(text: string): boolean {
  if (text.length > 2000 || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return false;
  if (protocol === "https:") return true;
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return protocol === "http:" && loopback && allowsLoopback();
}

/** An answer of a platform's; `text`: its body, empty where it did not come whole. */
export type PlatformAnswer = { status: number; headers: Headers; text: string };

/** A body, empty where it breaks off, takes too long, or is too long. */
async function textOf(body: Response["body"]): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Leaving the loop ends the connection.
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > longestAnswer) return "";
      chunks.push(chunk);
    }
  } catch {
    return "";
  }
  return Buffer.concat(chunks).toString("utf8");
}

type Asked = Pick<RequestInit, "method" | "headers" | "body">;

/**
 * Asks a platform. Rejects where the address is none (see `isPlatformAddress`), and where no
 * answer begins in time; a redirect is an answer like another.
 */
export async function askPlatform(
  address: string,
  asked: Asked = {},
): Promise<PlatformAnswer> {
  if (!isPlatformAddress(address)) throw new Error("This is no address of a platform.");
  const { status, headers, body } = await fetch(address, {
    ...asked,
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(patience),
  });
  return { status, headers, text: await textOf(body) };
}
