// The service worker. The build writes it (app/build/write-offline.ts) once it knows what every
// page loads; while developing there is none.
import { siteRoot } from "@/content/site-path";

export const dynamic = "force-static";

export const GET = () =>
  new Response("", {
    headers: {
      "content-type": "text/javascript",
      "cache-control": "no-cache",
      // At the site's own folder, too, which is named without a slash.
      "service-worker-allowed": siteRoot,
    },
  });
