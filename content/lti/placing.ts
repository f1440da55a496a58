// The messages by which an instructor places an assignment or a lesson in a course of an LMS.
import * as z from "zod";
import { ask, post } from "@/content/class/class-api";
import { longestLink } from "@/labs/run/link";

/** The body of POST /api/lti/place. */
export const placeRequest = z.strictObject({
  /** What the launch gave: who places, and where. */
  ticket: z.string().max(12_000),
  /** An assignment's link, or the path of a lesson. */
  link: z.string().min(1).max(longestLink),
  /** A lesson's; an assignment has a title of its own. */
  title: z.string().trim().min(1).max(200).exactOptional(),
});

/** 200 of it: the signed answer, and the platform's address that it is to be sent to. */
export const placeResponse = z.object({ to: z.url(), token: z.string() });

/** Asks the site's server to sign what an instructor places. */
export const placeInCourse = (body: z.infer<typeof placeRequest>) =>
  ask("/api/lti/place", placeResponse, post(body));
