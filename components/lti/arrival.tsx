"use client";
// Somebody arrives whom an LMS has sent: enters the class, and goes on.
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { keepJoined, keepMine } from "@/components/class/joined-classes";
import { keepOpened } from "@/components/class/teacher/opened-classes";
import { Button } from "@/components/kit/button";
import { Row, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { useHydrated } from "@/components/kit/use-hydrated";
import { readMine } from "@/content/class/class-api";
import { type FrameSession, keepFrameSession } from "@/content/class/frame-session";
import { arrivalIn, enterByLaunch } from "@/content/lti/arrival";
import { sitePath } from "@/content/site-path";
import { NewWindow } from "./new-window";

/** All of the page: who arrives stands in its address, for a moment. */
export const Arrival = () =>
  useHydrated() ? <Arriving /> : <p>The page opens. It needs JavaScript.</p>;

function Arriving() {
  const [session] = useState(() => arrivalIn(window.location.hash));
  // An address that is copied lets nobody else in.
  useEffect(() => window.history.replaceState(null, "", window.location.pathname), []);
  if (session) return <Entering {...{ session }} />;
  return <p>Your LMS opens this page when you follow a link of a course there.</p>;
}

/** Enters the class, and remembers it as one that was joined or opened here. */
async function enter(session: FrameSession) {
  const framed = window.parent !== window;
  if (framed) keepFrameSession(session);
  const entered = await enterByLaunch(session);
  if (!entered.ok) return entered;
  const { value } = entered;
  const { classId, className } = value;
  if (value.role === "teacher") keepOpened({ classId, name: className });
  else {
    const { learner, name, waiting } = value;
    keepJoined({ classId, className, learner, name, waiting, assignments: [] });
    const mine = await readMine(classId);
    if (!mine.ok) return mine;
    keepMine(classId, mine.value);
  }
  return { ok: true as const, value: { className, framed } };
}

/** A lab that a frame of an LMS can show to its learner; null for any other page. */
const framedPath = ({ role, to }: FrameSession) =>
  role === "learner" && to.startsWith("/labs/") ? `/embed${to}` : null;

function Entering({ session }: { session: FrameSession }) {
  const router = useRouter();
  const { value, problem, refresh } = useFetched({
    key: session.secret,
    read: () => enter(session),
  });
  const inFrame = framedPath(session);
  useEffect(() => {
    if (!value) return;
    if (!value.framed) window.location.replace(sitePath(session.to));
    // By the router: where storage is blocked, another document would know nobody.
    else if (inFrame !== null) router.replace(inFrame);
  }, [value, session, inFrame, router]);
  if (problem) {
    return (
      <Stack>
        <Problem role="alert">{problem.problem}</Problem>
        <Row>
          <Button onClick={refresh}>Try again</Button>
        </Row>
      </Stack>
    );
  }
  if (!value?.framed || inFrame !== null) return <Status>Your class opens …</Status>;
  return (
    <Stack>
      <p>
        You are in the class “{value.className}”. Its pages need more room than this
        frame.
      </p>
      <NewWindow />
    </Stack>
  );
}
