// The public keys of platforms, kept for a while, so that not every launch asks for them.
import * as z from "zod";
import { jsonIn } from "@/content/class/message-fields";
import { askPlatform } from "./ask-platform";
import { type PlatformKey, platformKey } from "./tokens";

const minute = 60_000;

/**
 * Keys older than `fresh` are read anew. Where the platform does not answer, they serve until
 * `stale`. A key that is not among them has them read anew, but no sooner than `pause` after
 * the last reading: a forged message costs the platform nothing. In milliseconds.
 */
export const keyTimes = {
  fresh: 15 * minute,
  stale: 24 * 60 * minute,
  pause: minute / 2,
};

const keySetShape = z.object({ keys: z.array(z.unknown()).max(200) });

type Known = { keys: readonly PlatformKey[]; read: number; tried: number };

const known = new Map<string, Known>();
const reading = new Map<string, Promise<Known | null>>();

/** The most platforms whose keys are kept. */
const mostKnown = 500;

async function fetched(address: string, now: number): Promise<Known | null> {
  const answer = await askPlatform(address).catch(() => null);
  const text = answer?.status === 200 ? answer.text : "";
  const { data } = keySetShape.safeParse(jsonIn(text));
  const before = known.get(address);
  // Keys of other kinds than this site reads may stand beside.
  const keys = data?.keys.flatMap((key) => platformKey.safeParse(key).data ?? []);
  const next = keys
    ? { keys, read: now, tried: now }
    : before && { ...before, tried: now };
  if (!next) return null;
  if (known.size >= mostKnown) known.clear();
  known.set(address, next);
  return next;
}

/** All who wait for one platform's keys wait for one answer. */
function readOnce(address: string, now: number): Promise<Known | null> {
  const begun = reading.get(address);
  if (begun) return begun;
  const started = fetched(address, now).finally(() => reading.delete(address));
  reading.set(address, started);
  return started;
}

const fits = (key: PlatformKey, kid: string) =>
  key.kid === kid &&
  key.kty === "RSA" &&
  (key.use ?? "sig") === "sig" &&
  (key.alg ?? "RS256") === "RS256";

/**
 * The platform's keys with this id; none where it shows none. "unreachable" where its keys
 * cannot be read, and were not lately.
 */
export async function platformKeys(
  address: string,
  kid: string,
  now = Date.now(),
): Promise<readonly PlatformKey[] | "unreachable"> {
  const before = known.get(address);
  const found = before?.keys.filter((key) => fits(key, kid)) ?? [];
  const age = now - (before?.read ?? 0);
  const sinceTry = now - (before?.tried ?? 0);
  if (before && found.length > 0 && age < keyTimes.fresh) return found;
  if (before && age < keyTimes.stale && sinceTry < keyTimes.pause) return found;
  const after = await readOnce(address, now);
  if (!after || now - after.read >= keyTimes.stale) return "unreachable";
  return after.keys.filter((key) => fits(key, kid));
}
