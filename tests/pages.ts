import { cases } from "@/content/clinic/cases";
import { course } from "@/content/course";
import { labs } from "@/labs/catalog/labs";

/** The address of every page of the site, on the site itself. */
export const pages: readonly string[] = [
  "/",
  "/labs",
  "/progress",
  "/review",
  "/assign",
  "/receipt",
  "/questions",
  "/questions/sheet",
  "/questions/measured",
  "/class",
  "/class/join",
  "/class/privacy",
  "/class/vote",
  "/class/wall",
  "/lti",
  "/glossary",
  "/offline",
  "/about/accessibility",
  "/about/privacy",
  ...course.map((slug) => `/lessons/${slug}`),
  ...Object.keys(labs).map((id) => `/labs/${id}`),
  "/clinic",
  ...cases.map(({ id }) => `/clinic/${id}`),
];

/** The same, with the first case of the clinic for all of them, which are alike. */
export const unlikePages = pages.filter(
  (path, at) => !path.startsWith("/clinic/") || pages[at - 1] === "/clinic",
);
