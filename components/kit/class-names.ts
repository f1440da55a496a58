/** Puts class names together, leaving out those that are not set. */
export const classNames = (...names: readonly (string | false | null | undefined)[]) =>
  names.filter(Boolean).join(" ") || undefined;
