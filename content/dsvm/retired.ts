// For the reader's page, which needs no list of sizes to ask it.
import type { GpuSize } from "./gpu-sizes";

/**
 * Whether a size is gone on the day `today` (YYYY-MM-DD), the day of retirement included.
 */
export function isRetired(size: Pick<GpuSize, "retiredOn">, today: string): boolean {
  return size.retiredOn !== undefined && size.retiredOn <= today;
}
