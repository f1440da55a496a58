// Before the first paint: the theme that the reader chose last time, if any.
try {
  const theme = localStorage.getItem("next-pass-theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
} catch {}
