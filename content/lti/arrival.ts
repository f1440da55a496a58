// How somebody arrives whom an LMS has sent: the launch hands the page /embed/lti, in its
// fragment, who they are and where they go, and the page enters the class.
import * as z from "zod";
import { ask, post } from "@/content/class/class-api";
import { type FrameSession, sessionShape } from "@/content/class/frame-session";
import { id } from "@/content/class/message-fields";

/** The path of the page, with its fragment, for who arrives. */
export function arrivalPath({ classId, ...told }: FrameSession): string {
  return `/embed/lti#${new URLSearchParams({ class: classId, ...told })}`;
}

/** Who arrives, by the page's fragment; null where it says nothing of the kind. */
export function arrivalIn(hash: string): FrameSession | null {
  const { class: classId, ...told } = Object.fromEntries(
    new URLSearchParams(hash.slice(1)),
  );
  return sessionShape.safeParse({ classId, ...told }).data ?? null;
}

/** The body of POST /api/lti/enter. */
export const enterRequest = sessionShape.omit({ to: true }).strict();

/** 200 of it. */
export const enterResponse = z.discriminatedUnion("role", [
  z.object({ role: z.literal("teacher"), classId: id, className: z.string() }),
  z.object({
    role: z.literal("learner"),
    classId: id,
    className: z.string(),
    /** The learner's id. */
    learner: id,
    name: z.string(),
    waiting: z.boolean(),
  }),
]);

/** Makes this browser a teacher's or a learner's, as a class's cookie does. */
export const enterByLaunch = ({ classId, role, secret }: FrameSession) =>
  ask("/api/lti/enter", enterResponse, post({ classId, role, secret }));
