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
