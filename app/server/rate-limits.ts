// How often something may be asked for, counted in the memory of this process.
import { isIPv6 } from "node:net";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { refusal } from "./class-route";

type RateLimit = {
  each: RateLimiterMemory;
  /** Whatever the key: an address can be forged. */
  all: RateLimiterMemory | null;
  says: string;
};

const minute = 60;
const hour = 60 * minute;

const wait = "Wait a little, and try again.";

/** All limits; each is `times` as high as a site needs. */
export function createRateLimits(times = 1) {
  const counter = (points: number, duration: number) =>
    new RateLimiterMemory({ points: points * times, duration });
  const limit = (
    says: string,
    duration: number,
    each: number,
    all?: number,
  ): RateLimit => ({
    each: counter(each, duration),
    all: all === undefined ? null : counter(all, duration),
    says: `${says} ${wait}`,
  });
  return {
    opening: limit("Too many classes were opened.", hour, 20, 500),
    wrongCode: limit("Too many wrong class codes were tried.", 10 * minute, 30, 10_000),
    wrongSecret: limit("Too many wrong links were tried.", 10 * minute, 30, 10_000),
    handIn: limit("Too many receipts were handed in at once.", minute, 60),
    /** In characters: what one class, and all together, may fill the disk with. */
    handedIn: limit("Too much was handed in at once.", hour, 5e8, 5e9),
    answers: limit("Answers were sent too often.", minute, 60),
    /** Of one learner: a quiz has at most 20 questions of 10 tries. */
    quiz: limit("The quiz was asked for too often.", minute, 120),
    graded: limit("The graded questions were asked for too often.", minute, 60, 3000),
    board: limit("The board was asked for too often.", minute, 120),
  };
}

function tooMany(says: string, { msBeforeNext }: RateLimiterRes) {
  return refusal(429, says, Math.max(1, Math.ceil(msBeforeNext / 1000)));
}

/** Looks at fields, because a bundler may load the library twice. */
const isSpent = (thrown: unknown): thrown is RateLimiterRes =>
  typeof thrown === "object" && thrown !== null && "msBeforeNext" in thrown;

/** Refuses with 429 where nothing is left; takes nothing. */
export async function refuseSpent({ each, all, says }: RateLimit, key: string) {
  for (const [limiter, of] of [[all, "all"] as const, [each, key] as const]) {
    const found = await limiter?.get(of);
    if (limiter && found && found.consumedPoints >= limiter.points) {
      throw tooMany(says, found);
    }
  }
}

/** Takes `points` of the ones `key` has left; refuses with 429 where there are fewer. */
export async function spend(limit: RateLimit, key: string, points = 1) {
  const { each, all, says } = limit;
  // Once all is spent, no new keys are remembered.
  if (all) await refuseSpent({ each: all, all: null, says }, "all");
  try {
    await each.consume(key, points);
    await all?.consume("all", points);
  } catch (error) {
    throw isSpent(error) ? tooMany(says, error) : error;
  }
}

/**
 * Where a request came from, for counting: what the nearest proxy says, or Next where
 * there is none. It can be forged where no proxy stands in front. All addresses that one
 * IPv6 customer has count as one.
 */
export function addressOf({ headers }: Request): string {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  if (!isIPv6(address)) return address.slice(0, 40);
  if (address.includes(".")) return address;
  const [before = "", after] = address.split("::");
  const first = before === "" ? [] : before.split(":");
  const last = after ? after.split(":") : [];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => "0");
  const groups = after === undefined ? first : [...first, ...zeros, ...last];
  return groups.slice(0, 4).join(":");
}
