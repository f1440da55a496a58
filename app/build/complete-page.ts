// Does while the site is built what a browser would do with a page first. React sends the
// parts of a large page behind it, hidden, each with a script that puts it in its place. In a
// page that is a file all of them are there: they are put in their places here, so that no
// script has to run before they are seen, nothing moves, and they are there without script.

const hidden = /<div hidden id="S:([0-9a-f]+)">/g;

/** Comments that open a part, and the one that ends it: parts stand within parts. */
const edges = /<!--(\/?)[$&][?!~]?-->/g;

/** The end of the part that begins at a place, before the comment that ends it. */
function endOf(html: string, from: number): number | null {
  let depth = 0;
  for (const { 1: closing, index } of html.slice(from).matchAll(edges)) {
    if (!closing) depth += 1;
    else if (depth === 0) return from + index;
    else depth -= 1;
  }
  return null;
}

/** Puts one part in its place; null where the page is not as React wrote it until now. */
function placed(html: string, id: string): string | null {
  const open = `<div hidden id="S:${id}">`;
  const start = html.indexOf(open);
  const call = html.indexOf(`$RC("B:${id}","S:${id}")`, start);
  const script = html.lastIndexOf("<script", call);
  const end = html.lastIndexOf("</div>", script);
  const after = html.indexOf("</script>", call);
  if (start < 0 || call < 0 || end < start || end + "</div>".length !== script)
    return null;
  const part = html.slice(start + open.length, end);
  const rest = html.slice(0, start) + html.slice(after + "</script>".length);
  const mark = `<!--$?--><template id="B:${id}"></template>`;
  const at = rest.indexOf(mark);
  const until = at < 0 ? null : endOf(rest, at + mark.length);
  if (until === null) return null;
  return `${rest.slice(0, at)}<!--$-->${part}${rest.slice(until)}`;
}

/**
 * The page with its parts in their places. Where one cannot be placed, the page stays as it
 * was: its scripts do it in the browser.
 */
export function completePage(html: string): string {
  let page = html;
  for (const [, id = ""] of html.matchAll(hidden)) {
    const next = placed(page, id);
    if (next === null) return html;
    page = next;
  }
  return page;
}

/** A script element with text and without `src`; what is typed as data stays. */
const inlineScript = /<script(?![^>]*\b(?:src|type)=)[^>]*>([\s\S]+?)<\/script>/g;

/** How Next hands a part of a page's data to React: JSON, escaped for HTML. */
const handed =
  /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((\[.*\])\)$/s;

/** Hands React the data that stands before it. */
const handOver =
  'for(const one of JSON.parse(document.getElementById("page-data").textContent))(self.__next_f||=[]).push(one)';

/**
 * The page with its inline scripts as one at the place of the last: they run in the same
 * order, and the browser asks for one file. The data among them stand before it as data, so
 * that they come with the page, and the file is the same for most pages. The name that React
 * gives the first is for pages that wait for it with `rel="expect"`; these do not.
 */
export function joinScripts(html: string): string {
  const scripts = [...html.matchAll(inlineScript)];
  const last = scripts.at(-1);
  if (!last) return html;
  const texts = scripts.map(([, text = ""]) => text);
  const data = texts.flatMap((text) => handed.exec(text)?.[1] ?? []);
  const others = texts.filter((text) => !handed.test(text));
  const block = `<script type="application/json" id="page-data">[${data.join(",")}]</script>`;
  const one = [...others, ...(data.length > 0 ? [handOver] : [])].join(";\n");
  const before = html.slice(0, last.index).replace(inlineScript, "");
  const after = html.slice(last.index + last[0].length);
  return `${before}${data.length > 0 ? block : ""}<script>${one}</script>${after}`;
}

const sheet = /<link rel="stylesheet" href="([^"]+)" data-precedence="next"\/>/g;
const asyncScript = /<script src="[^"]+" async=""/g;
const blockingScript = /<script src="[^"]+"><\/script>/;

/** A style sheet's text as it reads in any page: what it refers to relative to itself. */
const rebased = (text: string, address: string) =>
  text.replace(/url\((\.[^)]+)\)/g, (_, to: string) => {
    const { pathname } = new URL(to, new URL(address, "file:"));
    return `url(${pathname})`;
  });

/**
 * The page with its styles in it; `textAt` gives those of an address. A slow line waits as
 * long for a file as for a hundred kilobytes, and browsers ask for scripts only once styles
 * are there: so the page brings them along, and asks for its scripts at once, first for the
 * one that the first paint waits for. The links stay for React, which loads what it misses,
 * and puts it after the last of them.
 */
export function inlineStyles(html: string, textAt: (address: string) => string): string {
  const sheets = [...html.matchAll(sheet)];
  const styles = sheets.map(([, address = ""]) => rebased(textAt(address), address));
  const links = sheets.map(([link]) => link.replace("/>", ' disabled=""/>'));
  const [first = ""] = blockingScript.exec(html) ?? [];
  return html
    .replace(sheet, "")
    .replace(blockingScript, "")
    .replace("<head>", `$&${first}`)
    .replace(asyncScript, '$& fetchPriority="high"')
    .replace(
      "</head>",
      () => `<style>${styles.join("")}</style>${links.join("")}</head>`,
    );
}
