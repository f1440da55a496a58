// Before the first paint: the theme that the reader chose last time, if any, and whether
// there is a last time, so that a page can keep room for where the reader goes on.
try {
  const theme = localStorage.getItem("next-pass-theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
  const kept = ["next-pass-answers", "next-pass-reading", "next-pass-claims"];
  if (kept.some((key) => localStorage.getItem(key) !== null)) {
    document.documentElement.dataset.returning = "";
  }
} catch {}

// The first time, the site's fonts come after what makes the page work: on a slow line they
// would hold it up. From then on the browser has them.
const dress = () => {
  document.documentElement.dataset.fonts = "";
  try {
    localStorage.setItem("next-pass-fonts", "");
  } catch {}
};
try {
  if (localStorage.getItem("next-pass-fonts") !== null) dress();
} catch {}
addEventListener("load", dress);
