"use client";
// Parts of a page that are loaded when they are first drawn.
import { type ComponentType, lazy } from "react";
import { Problem } from "./status";

/**
 * A component that is loaded once it is drawn, within a Suspense. Where that fails a line
 * stands in its place that begins with `name`, as in "This figure".
 */
export function late<P extends object>(
  name: string,
  load: () => Promise<ComponentType<P>>,
) {
  const Unloaded: ComponentType<P> = () => (
    <Problem role="alert">
      {name} could not be loaded. Reload the page once you are online again.
    </Problem>
  );
  return lazy(async () => ({ default: await load().catch(() => Unloaded) }));
}
