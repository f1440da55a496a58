// Apart from the looks of classes, which pages load that never show it.
import { blankStripe, mapPaper } from "./class-look";

/** The stripes of a map where there is no number. Decorative: name it beside. */
export const BlankSign = () => (
  <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden="true">
    <rect width="18" height="18" rx="3" fill={`rgb(${mapPaper})`} />
    <path
      d="M2.5 0V18M8.5 0V18M14.5 0V18"
      stroke={`rgb(${blankStripe})`}
      strokeWidth="3"
    />
  </svg>
);
