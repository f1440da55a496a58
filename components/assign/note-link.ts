// Where the links of an instructor's text may lead.

/** Stands for this site, wherever it is served. */
const here = "https://next-pass.invalid";

/**
 * The address of a link that may be followed: a web address, or a path of this site; ""
 * for every other.
 */
export function noteLink(written: string): string {
  if (!URL.canParse(written, here)) return "";
  const { protocol, origin, username, password, href } = new URL(written, here);
  // A name before the host makes an address look like another one.
  if (username || password) return "";
  if (/^https?:\/\//i.test(written)) return /^https?:$/.test(protocol) ? href : "";
  // Browsers take "//host", "/\host" and "/<tab>/host" for other sites.
  return written.startsWith("/") && origin === here ? href.slice(here.length) : "";
}
