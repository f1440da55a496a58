// Loads what is to be kept, and puts it into a cache.

/** How keeping something ended: kept, or why it was not. */
export type Outcome =
  | "kept"
  /** The network or the server failed. */
  | "away"
  /** The server has another version by now. */
  | "changed"
  /** The browser has no room. */
  | "full"
  | "stopped";

/** What of a browser's cache is used. */
export type SiteCache = Pick<Cache, "match" | "put" | "keys" | "delete">;

/** At a time; a browser makes six requests, and the page needs some. */
const loadsAtOnce = 4;

/** The first 16 hexadecimal digits of the SHA-256 of some bytes. */
async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/**
 * What is in a file, which may be packed by gzip: some hosts have browsers unpack what ends
 * in ".gz", as they do with all they compress. Rejects where it is damaged.
 */
export async function unpacked(content: Blob): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(await content.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) return content.arrayBuffer();
  const stream = content.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** The hash of a file by what is in it; "" where it is packed and damaged. */
export const fileHash = async (content: Blob): Promise<string> =>
  unpacked(content).then(hashOf, () => "");

/** Does jobs side by side, in their order, until one does not end well. */
export async function eachOf<T>(
  items: readonly T[],
  job: (item: T) => Promise<Outcome>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const waiting = items.values();
  let outcome: Outcome = "kept";
  const work = async () => {
    for (const item of waiting) {
      const one = signal?.aborted ? "stopped" : await job(item);
      if (one !== "kept") outcome = one;
      if (outcome !== "kept") return;
    }
  };
  await Promise.all(Array.from({ length: loadsAtOnce }, work));
  return outcome;
}

/** Asks the server for something, after all that the reader waits for. */
export async function load(
  fetch: (address: string, how: RequestInit) => Promise<Response>,
  address: string,
): Promise<Response | "away" | "changed"> {
  try {
    const response = await fetch(address, { priority: "low" });
    if (response.status >= 500) return "away";
    return response.ok ? response : "changed";
  } catch {
    return "away";
  }
}

/** Puts bytes as the answer for an address; any failure is for want of room. */
export async function put(
  cache: SiteCache,
  address: string,
  body: BodyInit,
  from: Response,
) {
  const headers = new Headers(from.headers);
  // The body is unpacked by now.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  try {
    await cache.put(address, new Response(body, { headers }));
    return "kept" as const;
  } catch {
    return "full" as const;
  }
}
