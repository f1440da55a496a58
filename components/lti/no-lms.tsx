// Stands where an LMS would lead, on a copy of the site that none can know.
import { sitePath } from "@/content/site-path";

/** For a copy of the site without a server. */
export const NoLms = () => (
  <p>
    This copy of the site runs without a server, so no LMS can register it. Links of labs
    and assignments work in any LMS all the same:{" "}
    <a href={sitePath("/assign")}>make one</a>.
  </p>
);
