"use client";
import { type Ref, useEffect, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Row, Stack } from "@/components/kit/layout";
import { Progress } from "@/components/kit/progress";
import { Problem, Status } from "@/components/kit/status";
import { useBrowserValue } from "@/components/kit/use-hydrated";
import { sitePath } from "@/content/site-path";
import { bytesText } from "@/labs/arithmetic/number-text";
import type { CourseState } from "./kept-site";
import type { Outcome } from "./load-file";
import styles from "./offline-desk.module.css";
import { aloneInKeeping, askToPrune, type Here, here, whyNot } from "./tend-site";
import { pagePath } from "./worker-answers";

type KeptPage = { path: string; title: string };

type Found = { state: CourseState | null; pages: readonly KeptPage[] };

/** What of the site is kept; null where storage is blocked. */
async function lookUp({ site, version }: Here): Promise<Found | null> {
  try {
    const state = await site.state(version);
    const titles = await site.list(version);
    const paths = new Set(await site.openedPaths());
    paths.delete("/offline");
    const pages = (titles?.pages ?? []).filter(({ path }) => paths.has(path));
    return { state, pages };
  } catch {
    return null;
  }
}

/** A sentence on why keeping the course ended early; "" where it did not. */
function whyEnded(outcome: Outcome | null, needed: number, room: number | null): string {
  switch (outcome) {
    case "away":
      return "The connection was lost. What is here stays: go on once you are online.";
    case "changed":
      return "The course was renewed meanwhile. Reload this page, then go on.";
    case "full": {
      const left = room === null ? "" : `, and has ${bytesText(room)} left`;
      return `This browser has no room for the course: it needs ${bytesText(needed)} more${left}. What you have opened stays.`;
    }
    default:
      return "";
  }
}

/** Bytes that the browser would still keep for this site; null where it does not say. */
async function roomLeft(): Promise<number | null> {
  const estimate = await navigator.storage?.estimate().catch(() => null);
  if (estimate?.quota === undefined) return null;
  return Math.max(0, estimate.quota - (estimate.usage ?? 0));
}

/** Keeps the course in this browser, tells what is kept, and lets go of it. */
export function OfflineDesk() {
  const why = useBrowserValue(whyNot, null);
  const [found, setFound] = useState<Found | null | undefined>();
  const [loaded, setLoaded] = useState<number | null>(null);
  const [problem, setProblem] = useState("");
  const [news, setNews] = useState("");
  const stopping = useRef<AbortController>(null);
  const told = useRef<HTMLParagraphElement>(null);
  const open = useRef<Here>(null);

  /** Looks again; the button that was pressed may go, and takes the focus along. */
  async function look() {
    if (open.current) setFound(await lookUp(open.current));
    told.current?.focus();
  }

  useEffect(() => {
    open.current = here();
    if (open.current) void lookUp(open.current).then(setFound);
    return () => stopping.current?.abort();
  }, []);

  async function keep(state: CourseState) {
    if (!open.current) return;
    const { site, version } = open.current;
    const stop = new AbortController();
    stopping.current = stop;
    let sum = 0;
    setProblem("");
    setNews("");
    setLoaded(0);
    // The browser may clear what a site keeps unless it agrees not to.
    await navigator.storage?.persist?.().catch(() => false);
    const hear = (packed: number) => {
      sum += packed;
      setLoaded(sum);
    };
    const outcome = await aloneInKeeping(
      () => site.keepCourse(version, hear, stop.signal),
      true,
    ).catch(() => "full" as const);
    askToPrune();
    const room = outcome === "full" ? await roomLeft() : null;
    setProblem(whyEnded(outcome, state.left.bytes, room));
    setLoaded(null);
    await look();
  }

  async function drop() {
    if (!open.current) return;
    await open.current.site.dropCourse();
    askToPrune();
    setNews("The course was removed. What you have opened stays.");
    await look();
  }

  if (why !== null) return <p>{why} All else works as it does with a network.</p>;
  if (found === undefined) return <p>Looking what is kept …</p>;
  if (found === null) {
    return (
      <p>
        This browser keeps nothing for this site: its storage is blocked. All else works
        as it does with a network.
      </p>
    );
  }
  const { state, pages } = found;
  return (
    <Stack data-kept={state?.current ? "whole" : state?.begun ? "part" : "opened"}>
      {state ? (
        <Course
          {...{ state, loaded, told }}
          onKeep={() => void keep(state)}
          onStop={() => stopping.current?.abort()}
          onDrop={() => void drop()}
        />
      ) : (
        <p>
          How large the course is cannot be told right now. Reload this page once you are
          online.
        </p>
      )}
      <Problem role="alert">{problem}</Problem>
      <Status>{news}</Status>
      {pages.length > 0 && !state?.whole && (
        <section className={styles.opened} aria-label="Kept as you opened them">
          <p>These pages work without a network, as you have opened them:</p>
          <PlainList>
            {pages.map(({ path, title }) => (
              <li key={path}>
                <a href={sitePath(path)}>{title}</a>
              </li>
            ))}
          </PlainList>
        </section>
      )}
    </Stack>
  );
}

type CourseProps = {
  state: CourseState;
  /** Bytes loaded since the button was pressed; null while nothing is being kept. */
  loaded: number | null;
  /** The sentence on how things stand. */
  told: Ref<HTMLParagraphElement>;
  onKeep(): void;
  onStop(): void;
  onDrop(): void;
};

function Course({ state, loaded, told, onKeep, onStop, onDrop }: CourseProps) {
  const { whole, current, begun, all } = state;
  const isKeeping = loaded !== null;
  const done = Math.min(all.packed, all.packed - state.left.packed + (loaded ?? 0));
  return (
    <>
      {isKeeping && (
        <Progress aria-label="The course, kept" value={done} max={all.packed} />
      )}
      <p ref={told} tabIndex={-1} className={styles.told}>
        {isKeeping
          ? `${bytesText(done)} of ${bytesText(all.packed)}`
          : stateText(state, bytesText(done))}
      </p>
      <Row>
        {!current && (
          // One button, so that it keeps the focus.
          <Button
            look={isKeeping ? undefined : "primary"}
            onClick={isKeeping ? onStop : onKeep}
          >
            {isKeeping ? "Stop" : begun ? "Go on" : "Keep the course offline"}
          </Button>
        )}
        {(whole || begun) && !isKeeping && <Button onClick={onDrop}>Remove it</Button>}
      </Row>
    </>
  );
}

function stateText({ whole, current, begun, all }: CourseState, done: string): string {
  const kept = `${bytesText(all.bytes)} in this browser’s storage`;
  if (current) return `✓ The whole course is kept: ${kept}.`;
  if (whole) return "✓ The whole course is kept, in the version before this one.";
  const size = bytesText(all.packed);
  return begun
    ? `${done} of ${size} are here.`
    : `The whole course: ${size} to load, ${kept}.`;
}

/** How often a page that is not kept is asked for again, in milliseconds. */
const often = 5000;

/** On an address whose page is not kept: says so, and opens it once there is a network. */
export function StandsIn() {
  const isOther = useBrowserValue(
    () => pagePath(location.pathname) !== pagePath(sitePath("/offline")),
    false,
  );
  useEffect(() => {
    if (!isOther) return;
    // A browser may say “online” where no server answers, and nothing once one does; the
    // worker leaves such a question alone.
    const retry = () => {
      fetch(window.location.pathname, { method: "HEAD" }).then(
        ({ status }) => status < 500 && location.reload(),
        () => {},
      );
    };
    retry();
    const timer = setInterval(retry, often);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    };
  }, [isOther]);
  return (
    isOther && (
      <p role="status" className={styles.other}>
        This page is not kept in your browser, and there is no connection. It opens by
        itself once there is one.
      </p>
    )
  );
}
