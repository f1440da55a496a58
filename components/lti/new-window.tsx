"use client";
import { useBrowserValue } from "@/components/kit/use-hydrated";
import { frameSession } from "@/content/class/frame-session";
import { arrivalPath } from "@/content/lti/arrival";
import { sitePath } from "@/content/site-path";

/** Opens in a window of its own what a frame of an LMS shows; nothing in any other place. */
export function NewWindow() {
  const session = useBrowserValue(frameSession, null);
  if (!session) return null;
  return (
    <p>
      <a href={sitePath(arrivalPath(session))} target="_blank" rel="noopener">
        Open in a new window
      </a>
    </p>
  );
}
