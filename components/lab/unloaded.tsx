import { Problem } from "@/components/kit/status";

/** Stands where a part of a lab could not be downloaded. */
export const Unloaded = () => (
  <Problem role="alert">
    This part of the lab could not be loaded. Reload the page once you are online again.
  </Problem>
);
