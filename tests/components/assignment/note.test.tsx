import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FormattedNote, noteLink } from "@/components/assignment/formatted-note";
import { Note } from "@/components/assignment/note";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { longest } from "@/labs/assignment/assignment";
import { quickestTry } from "@/tests/labs/assignment/quickest-try";

const drawn = (markdown: string) =>
  renderToStaticMarkup(<FormattedNote markdown={markdown} asTyped={<p>{markdown}</p>} />);

test("Markdown is formatted, and its headings are none of the page's", () => {
  expect(drawn("# Your turn\n\n- **a**\n- *b* `c`\n\n> d")).toBe(
    '<p><strong>Your turn</strong></p>\n<ul>\n<li><strong>a</strong></li>\n<li><em>b</em> <code translate="no">c</code></li>\n</ul>\n<blockquote>\n<p>d</p>\n</blockquote>',
  );
});

test("HTML is text, and an image is its words", () => {
  const html = drawn('<script>alert(1)</script> <b onclick="x">a</b> ![b](/c.png)');
  expect(html).not.toMatch(/<(?!\/?p>)/);
  expect(html).toContain("&lt;script&gt;");
  expect(drawn("x ![alt](https://evil.example/p.png) y")).toBe("<p>x alt y</p>");
});

test("a link opens beside the page and tells it nothing", () => {
  expect(drawn("[a](/labs?x=1&y=2)")).toBe(
    '<p><a href="/labs?x=1&amp;y=2" target="_blank" rel="noopener">a</a></p>',
  );
  expect(drawn("[a](javascript:alert(1)) [b](//evil.example)")).toBe(
    "<p><span>a</span> <span>b</span></p>",
  );
});

test.each([
  ["/lessons/deep-learning#top", "/lessons/deep-learning#top"],
  ["/", "/"],
  ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
  ["HTTP://example.org", "http://example.org/"],
  ["/../../labs", "/labs"],
])("%j may be followed", (written, leads) => {
  expect(noteLink(written)).toBe(leads);
});

test.each([
  ...["", "labs", "#top", "?x", "//evil.example", "/\\evil.example", "\\\\evil.example"],
  ...["/\t/evil.example", "/\n/evil.example", "\t//evil.example", " /labs"],
  ...["javascript:alert(1)", "JaVaScRiPt:x", "java\nscript:x", "data:text/html,x"],
  ...["vbscript:x", "file:///etc", "mailto:a@b.c", "blob:https://a/b", "ftp://a/b"],
  ...["https://user@evil.example", "https://a:b@evil.example", "https:evil.example"],
  ...["https://", "http://[", "https:/evil.example"],
])("%j may not", (written) => {
  expect(noteLink(written)).toBe("");
});

test("10,000 random links lead to this site, to the web, or nowhere", () => {
  const pieces = [
    ...["/", "\\", ":", "//", "http", "https", "javascript", "data", "\t", "\n", " "],
    ...["evil.example", "@", "?", "#", ".", "..", "%2f", "\u0000", "labs", "é", "&"],
  ];
  for (let seed = 0; seed < 10_000; seed += 1) {
    const draw = uniform(streamKey(seed, 81));
    const written = Array.from(
      { length: 1 + Math.floor(7 * draw()) },
      () => pieces[Math.floor(draw() * pieces.length)]!,
    ).join("");
    const leads = noteLink(written);
    if (leads === "") continue;
    const { protocol, host, username } = new URL(leads, "https://site.example/assign");
    expect(username).toBe("");
    expect(protocol).toMatch(/^https?:$/);
    if (!/^https?:\/\//i.test(written)) expect(host).toBe("site.example");
  }
});

/** In milliseconds; the slowest takes a tenth of it on an idle processor. */
const patience = 1000;

const nested = (piece: string) => piece.repeat(Math.ceil(longest.note / piece.length));

test.each([
  ...["[", "![", "[a](", "*a_", "**a ", "*_", "`", "<a ", "<!--", "&", "_a ", "[![", "~"],
  ...[">", "> ", "- ", "1. ", ">- ", "\n", "\t", "[a]: /x\n", "<http://", "\\", "|a|\n"],
])("a text full of %j is drawn at once", (piece) => {
  const text = nested(piece).slice(0, longest.note);
  let html = "";
  const took = quickestTry(patience, () => {
    html = drawn(text);
  });
  expect(took).toBeLessThan(patience);
  expect(html.match(/<(blockquote|ul|ol)>/g)?.length ?? 0).toBeLessThan(30);
});

test("what is nested too deep is shown as it was typed", () => {
  expect(drawn(">".repeat(20))).toContain("<blockquote>");
  expect(drawn(">".repeat(30))).toContain(`${"&gt;".repeat(30)}</p>`);
});

test("a note without words is nothing, and one with words can be read at once", () => {
  expect(renderToStaticMarkup(<Note markdown={" \n"} />)).toBe("");
});
