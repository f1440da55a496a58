"use client";
// The teacher's page: one for all classes, as the browser's address says.
import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import styles from "@/components/class/class.module.css";
import { enterClass } from "@/content/class/class-api";
import { boardPath, type ClassPlace, classPlace } from "./class-address";
import { ClassList } from "./class-list";
import { keepOpened } from "./opened-classes";

const Unloaded = () => (
  <p role="alert">
    The board could not be loaded. Reload the page once you are online again.
  </p>
);

const ClassBoard = lazy(async () => {
  const loaded = await import("./class-board").catch(() => null);
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

// Exchanges a teacher's private link for what makes this browser the teacher's.

type Props = {
  classId: string;
  secret: string;
  onEntered(classId: string): void;
};

function Entering({ classId, secret, onEntered }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(1);

  useEffect(() => {
    let left = false;
    setProblem(null);
    void enterClass(classId, secret).then((answer) => {
      if (left) return;
      if (!answer.ok) return setProblem(answer.problem);
      keepOpened({ classId, name: answer.value.class.name });
      onEntered(classId);
    });
    return () => {
      left = true;
    };
  }, [classId, secret, onEntered, tries]);

  return (
    <>
      <h1>Classes</h1>
      {problem === null ? (
        <p role="status">Your class opens…</p>
      ) : (
        <div className={styles.stack}>
          <p role="alert" className={styles.wrong}>
            {problem}
          </p>
          <div className={styles.row}>
            <button type="button" onClick={() => setTries(tries + 1)}>
              Try again
            </button>
            <a href="/class">All classes of this browser</a>
          </div>
        </div>
      )}
    </>
  );
}
