import { expect, test } from "vitest";
import { completePage, inlineStyles, joinScripts } from "@/app/build/complete-page";

const waiting = (id: string, fallback = "") =>
  `<!--$?--><template id="B:${id}"></template>${fallback}<!--/$-->`;
const hidden = (id: string, part: string, before = "") =>
  `<div hidden id="S:${id}">${part}</div><script>${before}$RC("B:${id}","S:${id}")</script>`;

test("a part that waits behind the page stands in its place, without its script", () => {
  const page = `<main>${waiting("0", "<p>wait</p>")}</main>${hidden("0", "<div><b>here</b></div>", "$RC=1;")}<p>end</p>`;
  expect(completePage(page)).toBe(
    "<main><!--$--><div><b>here</b></div><!--/$--></main><p>end</p>",
  );
});

test("what is shown meanwhile goes whole, with the parts within it", () => {
  const page = `${waiting("1f", "a<!--$-->b<!--/$-->c")}d${hidden("1f", "x<!--$!-->y<!--/$-->")}`;
  expect(completePage(page)).toBe("<!--$-->x<!--$!-->y<!--/$--><!--/$-->d");
});

test("a part within a part that waits, too, finds its place", () => {
  const page = `${waiting("0")}${hidden("0", `<i>${waiting("1")}</i>`)}${hidden("1", "in")}`;
  expect(completePage(page)).toBe("<!--$--><i><!--$-->in<!--/$--></i><!--/$-->");
});

test("a page of another form stays as it is", () => {
  for (const page of [
    "<p>whole</p>",
    '<div hidden id="S:0">a</div><script>$RC("B:0","S:0")</script>',
    `${waiting("0")}<div hidden id="S:0">a</div><p></p><script>$RC("B:0","S:0")</script>`,
    `${waiting("0")}<div hidden id="S:0">a</div><script>$RR("B:0","S:0",[])</script>`,
  ]) {
    expect(completePage(page)).toBe(page);
  }
});

test("inline scripts are one at the place of the last, in their order", () => {
  const page =
    '<script>a</script><script id="n">n</script><script src="s"></script><p></p><script type="d">d</script><script>b</script><i></i>';
  expect(joinScripts(page)).toBe(
    '<script src="s"></script><p></p><script type="d">d</script><script>a;\nn;\nb</script><i></i>',
  );
  expect(joinScripts("<p></p>")).toBe("<p></p>");
});

test("data for React stand as data before the script that hands them over", () => {
  const page =
    '<script>a</script><script>(self.__next_f=self.__next_f||[]).push([0])</script><p></p><script>self.__next_f.push([1,"x:\\u003c)\\n"])</script>';
  const [, data = "", script = ""] =
    /^<p><\/p><script type="application\/json" id="page-data">(.*)<\/script><script>(.*)<\/script>$/s.exec(
      joinScripts(page),
    ) ?? [];
  expect(JSON.parse(data)).toEqual([[0], [1, "x:<)\n"]]);
  expect(script).toMatch(/^a;\n/);
  expect(script).not.toContain("x:");
});

test("a page brings its styles along, and asks first for what its first paint waits for", () => {
  const link = (name: string, off = "") =>
    `<link rel="stylesheet" href="/_next/chunks/${name}.css" data-precedence="next"${off}/>`;
  const page = `<html><head><meta charSet="utf-8"/>${link("a")}${link("b")}<script src="/c.js" async=""></script><script src="/theme.js"></script></head><script src="/data.js"></script></html>`;
  const texts: Record<string, string> = {
    "/_next/chunks/a.css": 'a{src:url(../media/f.woff2)format("woff2")}',
    "/_next/chunks/b.css": "b{content:'$&';src:url(data:,1)}",
  };
  expect(inlineStyles(page, (address) => texts[address] ?? "")).toBe(
    `<html><head><script src="/theme.js"></script><meta charSet="utf-8"/><script src="/c.js" async="" fetchPriority="high"></script><style>a{src:url(/_next/media/f.woff2)format("woff2")}b{content:'$&';src:url(data:,1)}</style>${link("a", ' disabled=""')}${link("b", ' disabled=""')}</head><script src="/data.js"></script></html>`,
  );
});
