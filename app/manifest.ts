import type { MetadataRoute } from "next";
import { siteRoot } from "@/content/site-path";

export const dynamic = "force-static";

/** What a browser needs to install the site; icons are relative to this file's own address. */
export default function manifest(): MetadataRoute.Manifest {
  const icon = (size: number, purpose: "any" | "maskable") => ({
    src: `icons/${purpose}-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return {
    name: "Next Pass: machine learning, trained in your browser",
    short_name: "Next Pass",
    description:
      "A course on machine learning in which every claim on a page can be trained by the reader.",
    lang: "en",
    start_url: siteRoot,
    scope: siteRoot,
    display: "standalone",
    background_color: "#fbf9f4",
    theme_color: "#fbf9f4",
    icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
  };
}
