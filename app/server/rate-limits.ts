// How often something may be asked for, counted in the memory of this process. A limit
// guards what it counts and shuts nobody out: a right code or link is looked up first, and
// a budget that many share leaves everybody a share of their own.
import { isIPv6 } from "node:net";
import { refusal } from "./class-route";

type Budgets = {
  /** How long all counts live, in milliseconds. */
  window: number;
  /** The points of one key. */
  each: number;
  /** The points a key keeps, whatever others took of `group` and `all`. */
  share?: number;
  /** The points of one group's keys together. */
  group?: number;
  /** The points of all keys together: an address can be one of very many. */
  all?: number;
};

/** A limit, and what was taken of it since its window began. */
type RateLimit = Required<Budgets> & {
  says: string;
  ends: number;
  total: number;
  keys: Map<string, number>;
  groups: Map<string, number>;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const wait = "Wait a little, and try again.";

/** All limits; each is `times` as high as a site needs. */
export function createRateLimits(times = 1) {
  const limit = (says: string, budgets: Budgets): RateLimit => {
    const { window, each, share = 0, group, all } = budgets;
    return {
      window,
      each: each * times,
      share: share * times,
      group: (group ?? Number.POSITIVE_INFINITY) * times,
      all: (all ?? Number.POSITIVE_INFINITY) * times,
      says: `${says} ${wait}`,
      ends: 0,
      total: 0,
      keys: new Map(),
      groups: new Map(),
    };
  };
  return {
    /** Of one address. */
    opening: limit("Too many classes were opened.", {
      ...{ window: hour, each: 20, share: 2, all: 500 },
    }),
    /** New learners from one address: a school has one. */
    joining: limit("Too many learners joined at once.", { window: hour, each: 3000 }),
    /** Of one address, and counted only where it was wrong. */
    wrongCode: limit("Too many wrong codes were tried.", {
      ...{ window: 10 * minute, each: 30 },
    }),
    /** Of one address, and counted only where it was wrong. */
    wrongSecret: limit("Too many wrong links were tried.", {
      ...{ window: 10 * minute, each: 30 },
    }),
    /** Of one learner, whatever comes of it. */
    handInTries: limit("Receipts were sent too often.", { window: minute, each: 600 }),
    /** Of one class: its roster in the LMS is read whole. */
    roster: limit("The roster was asked for too often.", { window: minute, each: 6 }),
    /** Of one learner: receipts that were taken. */
    handIn: limit("Too many receipts were handed in at once.", {
      ...{ window: minute, each: 60 },
    }),
    /** Of one learner, whose group is the class: characters of receipts that were taken. */
    handedIn: limit("Too much was handed in at once.", {
      ...{ window: hour, each: 10e6, share: 1e6, group: 5e8, all: 5e9 },
    }),
    /** Of one learner. */
    answers: limit("Answers were sent too often.", { window: minute, each: 60 }),
    /** Of one learner: a quiz has at most 20 questions of 10 tries. */
    quiz: limit("The quiz was asked for too often.", { window: minute, each: 120 }),
    /** Of one class. */
    graded: limit("The graded questions were asked for too often.", {
      ...{ window: minute, each: 60 },
    }),
    /** Of one learner, who looks every two seconds: a class may share an address. */
    room: limit("The vote was asked for too often.", { window: minute, each: 120 }),
    /** Of one learner: votes, and changes of mind. */
    vote: limit("You voted too often.", { window: minute, each: 60 }),
    /** Of one class, whose walls look every second. */
    wall: limit("The wall was asked for too often.", { window: minute, each: 300 }),
    /** Of one class. */
    board: limit("The board was asked for too often.", { window: minute, each: 120 }),
  };
}

/** The most keys that a limit remembers; the oldest is forgotten first. */
const mostKeys = 20_000;

/** All counts of a limit begin anew together: no timer holds the request that set it. */
function renew(limit: RateLimit, now: number) {
  if (now < limit.ends) return;
  limit.ends = now + limit.window;
  limit.total = 0;
  limit.keys.clear();
  limit.groups.clear();
}

function add(counts: Map<string, number>, key: string, points: number) {
  const [oldest] = counts.keys();
  if (counts.size >= mostKeys && !counts.has(key) && oldest !== undefined) {
    counts.delete(oldest);
  }
  counts.set(key, (counts.get(key) ?? 0) + points);
}

/**
 * Takes `points` of what `key`, its group and all have left, and gives what takes them
 * back; null, and nothing taken, where there are fewer.
 */
export function reserve(
  limit: RateLimit,
  key: string,
  points = 1,
  group = "",
): (() => void) | null {
  renew(limit, performance.now());
  const { each, share, ends, keys, groups } = limit;
  const own = (keys.get(key) ?? 0) + points;
  const crowded =
    limit.total + points > limit.all || (groups.get(group) ?? 0) + points > limit.group;
  if (own > each || (crowded && own > share)) return null;
  const count = (change: number) => {
    limit.total += change;
    add(keys, key, change);
    if (Number.isFinite(limit.group)) add(groups, group, change);
  };
  count(points);
  return () => {
    if (limit.ends === ends) count(-points);
  };
}

/** The refusal of what is spent: 429, and when the next window begins. */
export function tooMany({ says, ends }: RateLimit) {
  const seconds = Math.ceil((ends - performance.now()) / second);
  return refusal(429, says, Math.max(1, seconds));
}

/** Takes `points` of the ones `key` has left; refuses with 429 where there are fewer. */
export function spend(limit: RateLimit, key: string, points = 1, group = "") {
  if (!reserve(limit, key, points, group)) throw tooMany(limit);
}

/** How many proxies stand in front of this site and add to X-Forwarded-For. */
function trustedProxies(): number {
  const told = process.env.TRUST_PROXY ?? "";
  return /^\d{1,2}$/.test(told) ? Number(told) : 0;
}

/** Some proxies add the port, which is another one each time. */
function withoutPort(address: string): string {
  const [, ip4, ip6] =
    /^(?:(\d+\.\d+\.\d+\.\d+):\d+|\[(.*)\](?::\d+)?)$/.exec(address) ?? [];
  return ip4 ?? ip6 ?? address;
}

/**
 * Where a request came from, for counting. X-Forwarded-For ends with the address of the
 * connection (see arriving-requests.ts); before it stands what TRUST_PROXY proxies say,
 * and before that what anybody may have written. All addresses that one IPv6 customer has
 * count as one.
 */
export function addressOf({ headers }: Request): string {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",");
  const hop = hops[Math.max(0, hops.length - 1 - trustedProxies())] ?? "";
  // A copy: a part of a text keeps the whole text, here of up to 16 kB, in memory.
  const told = Buffer.from(hop.trim().slice(0, 60)).toString();
  const address = withoutPort(told).replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(address) || address.includes(".")) return address.slice(0, 40);
  const [before = "", after] = address.split("::");
  const first = before === "" ? [] : before.split(":");
  const last = after ? after.split(":") : [];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => "0");
  const groups = after === undefined ? first : [...first, ...zeros, ...last];
  return groups.slice(0, 4).join(":");
}
