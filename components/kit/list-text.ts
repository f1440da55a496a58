/** Names in one phrase: "a, b and c"; beyond the `most`, "a, b and 4 more". */
export function listText(names: readonly string[], most = names.length): string {
  const others = names.length - most;
  const listed = others > 0 ? [...names.slice(0, most), `${others} more`] : names;
  const last = listed.at(-1) ?? "";
  return listed.length < 2 ? last : `${listed.slice(0, -1).join(", ")} and ${last}`;
}
