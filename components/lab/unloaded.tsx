import { Problem } from "@/components/kit/status";

/** Said where a part of a lab could not be downloaded. */
export const unloadedText =
  "This part of the lab could not be loaded. Reload the page once you are online again.";

/** Stands where that part would be. */
export const Unloaded = () => <Problem role="alert">{unloadedText}</Problem>;
