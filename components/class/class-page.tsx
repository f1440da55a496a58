"use client";
// The teacher's page: one for all classes, as the browser's address says.
import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { ClassList } from "./class-list";
import { boardPath, type ClassPlace, classPlace } from "./class-place";
import { Entering } from "./entering";

const Unloaded = () => (
  <p role="alert">
    The board could not be loaded. Reload the page once you are online again.
  </p>
);

const ClassBoard = lazy(async () => {
  const loaded = await import("./board/class-board").catch(() => null);
  return { default: loaded?.ClassBoard ?? Unloaded };
});

const waiting = (
  <>
    <h1>Classes</h1>
    <p>The page opens. It needs JavaScript.</p>
  </>
);

/** Opens classes, lists them, and shows the board of one. */
export const ClassPage = () => (
  <Suspense fallback={waiting}>
    <AddressedPage />
  </Suspense>
);

function AddressedPage() {
  const search = useSearchParams();
  const [place, setPlace] = useState<ClassPlace | null>(null);
  // Told once by the server; kept until the page is left, and nowhere else.
  const [told, setTold] = useState<{ classId: string; secret: string } | null>(null);

  // Read again with each search: links that the router follows say nothing else.
  useEffect(() => {
    const read = () => setPlace(classPlace(window.location));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [search]);

  const show = useCallback((classId: string) => {
    window.history.replaceState(null, "", boardPath(classId));
    setPlace({ kind: "board", classId });
  }, []);

  function leave() {
    window.history.replaceState(null, "", "/class");
    setTold(null);
    setPlace({ kind: "list" });
  }

  if (place === null) return waiting;
  if (place.kind === "enter") {
    const { classId, secret } = place;
    return <Entering {...{ classId, secret }} onEntered={show} />;
  }
  if (place.kind === "list") {
    return (
      <ClassList
        onOpened={(classId, secret) => {
          setTold({ classId, secret });
          show(classId);
        }}
      />
    );
  }
  const { classId } = place;
  return (
    <Suspense fallback={waiting}>
      <ClassBoard
        key={classId}
        classId={classId}
        secret={told?.classId === classId ? told.secret : null}
        onSecret={(secret) => setTold(secret === null ? null : { classId, secret })}
        onGone={leave}
      />
    </Suspense>
  );
}
