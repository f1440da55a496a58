import { isIPv6 } from "node:net";

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
