/**
 * The address of a list's next page, by the header Link; null on the last. "elsewhere": it is
 * not on this platform, for which alone the token is. https://www.rfc-editor.org/rfc/rfc8288
 */
export function nextPage(headers: Headers, address: string): string | null {
  for (const [, target = "", rest = ""] of (headers.get("link") ?? "").matchAll(
    /<([^<>]*)>((?:\s*;[^,<]*)*)/g,
  )) {
    if (!/;\s*rel\s*=\s*"?([^"]*\s)?next(\s[^"]*)?"?\s*(;|$)/i.test(rest)) continue;
    const { origin } = new URL(address);
    const next = URL.canParse(target, address) ? new URL(target, address) : null;
    return next?.origin === origin ? next.href : "elsewhere";
  }
  return null;
}
