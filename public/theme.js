// Before the first paint: the theme that the reader chose last time, if any, and whether
// there is a last time, so that a page can keep room for where the reader goes on, and for
// the classes that were joined.
try {
  const theme = localStorage.getItem("next-pass-theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
  const kept = ["next-pass-answers", "next-pass-reading", "next-pass-claims"];
  if (kept.some((key) => localStorage.getItem(key) !== null)) {
    document.documentElement.dataset.returning = "";
  }
  const classes = localStorage.getItem("next-pass-classes") ?? "[]";
  if (classes !== "[]") document.documentElement.dataset.joined = "";
} catch {}

// A lab's page holds the lab's own run: another one may be in the address.
if (location.search !== "" && location.pathname.includes("/labs/")) {
  document.documentElement.dataset.linked = "";
}

// The first time, the site's fonts come after what makes the page work: on a slow line they
// would hold it up. From then on the browser has them. What took long to open is being read
// by then, and keeps its lines as they are: the fonts wait for the next page.
const dress = () => {
  document.documentElement.dataset.fonts = "";
};
let fontsAreHere = false;
const fetchFonts = async () => {
  const faces = ["Source Serif 4", "Source Sans 3"].map((name) => `1em "${name}"`);
  await Promise.all(faces.map((face) => document.fonts.load(face)));
  fontsAreHere = true;
  localStorage.setItem("next-pass-fonts", "");
};
try {
  if (localStorage.getItem("next-pass-fonts") !== null) dress();
} catch {}
addEventListener("load", () => {
  if (performance.now() < 1500) dress();
  fetchFonts().catch(() => {});
});
addEventListener("click", ({ target }) => {
  const link = target instanceof Element && target.closest("a[href]");
  if (fontsAreHere && link && link.pathname !== location.pathname) dress();
});
