/** A publication that a lesson takes a fact from. */
export type Source = {
  title: string;
  publisher: string;
  url: string;
  /** The date the publication gives itself: YYYY, YYYY-MM or YYYY-MM-DD. */
  dated: string;
  /** When somebody of the course last read it: YYYY-MM-DD. */
  checkedOn: string;
};

/** Every source, by the name that lessons cite it with: `[](source:<name>)`. */
export const sources = {} as const satisfies Record<string, Source>;

export type SourceName = keyof typeof sources;
