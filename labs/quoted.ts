/** What a reader wrote, in quotes; a long text is cut. */
export const quoted = (text: string) =>
  `“${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`;
