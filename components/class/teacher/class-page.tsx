"use client";
// The teacher's page: one for all classes, as the browser's address says.
import { useSearchParams } from "next/navigation";
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { Button } from "@/components/kit/button";
import { Row, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { enterClass, type Refused } from "@/content/class/class-api";
import { sitePath } from "@/content/site-path";
import { boardPath, classPlace } from "./class-address";
import type { NewKeys } from "./class-keys";
import { ClassesHead, ClassList } from "./class-list";
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
    <ClassesHead />
    <p>The page opens. It needs JavaScript.</p>
  </>
);

/** Opens classes, lists them, and shows the board of one. */
export const ClassPage = () => (
  <Suspense fallback={waiting}>
    <AddressedPage />
  </Suspense>
);

function onHashChange(listener: () => void) {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** The address's fragment; null while the page is not yet alive. */
const useHash = () =>
  useSyncExternalStore(
    onHashChange,
    () => window.location.hash,
    () => null,
  );

function AddressedPage() {
  // A link that the router follows changes the search and tells nothing of the fragment.
  const search = useSearchParams().toString();
  const hash = useHash();
  // The server gives it once; it is kept until the page is left, and nowhere else.
  const [newKeys, setNewKeys] = useState<{ classId: string; keys: NewKeys }>();

  const show = useCallback(
    (path: string) => window.history.replaceState(null, "", sitePath(path)),
    [],
  );

  function open(classId: string, keys: NewKeys) {
    setNewKeys({ classId, keys });
    show(boardPath(classId));
  }

  if (hash === null) return waiting;
  const place = classPlace({ search, hash });
  if (place.kind === "enter") {
    const { classId, secret } = place;
    return <Entering key={hash} {...{ classId, secret }} onEntered={show} />;
  }
  if (place.kind === "list") {
    return <ClassList onOpened={open} />;
  }
  const { classId } = place;
  return (
    <Suspense fallback={waiting}>
      <ClassBoard
        key={classId}
        classId={classId}
        keys={newKeys?.classId === classId ? newKeys.keys : null}
        onKeys={(keys) => setNewKeys(keys ? { classId, keys } : undefined)}
        onCopied={open}
        onGone={() => {
          setNewKeys(undefined);
          show("/class");
        }}
      />
    </Suspense>
  );
}

type EnteringProps = {
  classId: string;
  secret: string;
  /** Takes the path of the class's board. */
  onEntered(path: string): void;
};

/** Exchanges a teacher's private link for the cookie that makes this browser the teacher's. */
function Entering({ classId, secret, onEntered }: EnteringProps) {
  const [tries, setTries] = useState(1);
  const { value, problem } = useFetched<{ class: { name: string } }, Refused>({
    key: `try ${tries}`,
    read: () => enterClass(classId, secret),
  });
  const name = value?.class.name;

  useEffect(() => {
    if (name === undefined) return;
    keepOpened({ classId, name });
    onEntered(boardPath(classId));
  }, [classId, name, onEntered]);

  return (
    <>
      <h1>Classes</h1>
      {problem === null ? (
        <Status>Your class opens…</Status>
      ) : (
        <Stack>
          <Problem role="alert">{problem.problem}</Problem>
          <Row>
            <Button onClick={() => setTries(tries + 1)}>Try again</Button>
            <a href={sitePath("/class")}>All classes of this browser</a>
          </Row>
        </Stack>
      )}
    </>
  );
}
