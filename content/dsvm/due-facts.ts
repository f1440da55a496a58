// The course's outside facts that somebody should read again.
import { type Source, sources } from "../sources";
import { type GpuSize, gpuSizes } from "./gpu-sizes";

/** A fact to read again, and the reason, both in words. */
type DueFact = { what: string; why: string };

/** How long a check holds, and how early a retirement is announced, in days. */
const span = 180;

const dayMs = 24 * 60 * 60 * 1000;

/** Days from one YYYY-MM-DD to another; negative where `to` is earlier. */
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

function staleness(checkedOn: string, today: string): string[] {
  const age = daysBetween(checkedOn, today);
  return age > span ? [`last checked on ${checkedOn}, ${age} days ago`] : [];
}

function retirement({ retiredOn, checkedOn }: GpuSize, today: string): string[] {
  if (retiredOn === undefined) return [];
  const left = daysBetween(today, retiredOn);
  if (left > 0) return left <= span ? [`retires on ${retiredOn}, in ${left} days`] : [];
  return retiredOn > checkedOn ? [`retired on ${retiredOn}, after its last check`] : [];
}

/**
 * The facts due on the day `today` (YYYY-MM-DD): checks older than 180 days, and
 * retirements within the next 180 days or passed since the check.
 */
export function factsDue(
  today: string,
  sizes: readonly GpuSize[] = gpuSizes,
  read: Readonly<Record<string, Source>> = sources,
): DueFact[] {
  const ofSizes = sizes.flatMap((size) =>
    [...staleness(size.checkedOn, today), ...retirement(size, today)].map((why) => ({
      what: `GPU size ${size.name}`,
      why,
    })),
  );
  const ofSources = Object.entries(read).flatMap(([name, { checkedOn }]) =>
    staleness(checkedOn, today).map((why) => ({ what: `source ${name}`, why })),
  );
  return [...ofSizes, ...ofSources];
}
