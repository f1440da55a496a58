import type { ComponentProps } from "react";

type Props = ComponentProps<"div"> & {
  "aria-label": string;
  "aria-describedby"?: string;
};

/** A drawing that takes the focus because keys do something on it, such as move a cross. */
export const KeyedDrawing = (props: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer works it by keys
  <div role="application" tabIndex={0} {...props} />
);
