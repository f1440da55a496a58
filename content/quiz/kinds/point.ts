// One place of a figure is to be pointed at; each option is one of its spots.
import { choosing, type Option } from "./choice";
import type { Head, KindRecord } from "./kind";

/** A figure is asked about. */
export type PointQuestion = Head & {
  kind: "point";
  /** The name of a figure with spots. */
  figure: string;
  options: readonly (Option & { spot: string })[];
};

/** Its record. */
export const point: KindRecord<PointQuestion> = {
  name: "point at the figure",
  way: "Point at it",
  ...choosing(false),
  figure: ({ figure }) => figure,
  parts: ({ options }) => ({
    parts: options.map(({ id, text, spot }) => ({ id, text, spot })),
    targets: [],
  }),
};
