"use client";
// The outbox of this browser: its tabs share it, and it sends whenever it can.
import { useEffect, useSyncExternalStore } from "react";
import { joinedNow } from "@/components/class/joined-classes";
import { type Answered, handIn, putAnswers, retryPause } from "@/content/class/class-api";
import { createOutbox, type OutboxState } from "./outbox";
import type { OutboxEntry } from "./outbox-entry";
import { createShelf, isOutboxName } from "./outbox-shelf";

/** How long to wait after the first failure, in milliseconds. */
const shortestPause = 2000;

async function send(entry: OutboxEntry): Promise<Answered<unknown>> {
  const { key, classId, what } = entry;
  const joined = joinedNow(classId);
  if (joined?.learner !== entry.learner) {
    const since = joined ? `joined the class as ${joined.name}` : "left the class";
    const problem = `It is ${entry.name}’s, and this browser has ${since} since.`;
    return { ok: false, status: 409, problem, wait: null };
  }
  if (what.kind === "answers") return putAnswers(classId, { answers: [...what.answers] });
  const { assignment, packed } = what;
  return handIn(classId, { key, assignment, packed });
}

let last: Promise<void> = Promise.resolve();

/** A frame of another site whose storage is blocked has no locks, either. */
const isDenied = (error: unknown) =>
  error instanceof DOMException && error.name === "SecurityError";

/** One job at a time: of all tabs where the browser has locks, else of this one. */
async function alone(job: () => Promise<void>): Promise<void> {
  try {
    if (navigator.locks) return await navigator.locks.request("next-pass-outbox", job);
  } catch (error) {
    if (!isDenied(error)) throw error;
  }
  last = last.then(job);
  return last;
}

const outbox = createOutbox({
  shelf: createShelf(() => localStorage),
  send,
  alone,
  now: Date.now,
});

export const { add: addToOutbox, remove: removeFromOutbox } = outbox;

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

async function sendAll() {
  const wait = await outbox.drain();
  clearTimeout(timer);
  if (wait === null) {
    failures = 0;
    return;
  }
  const pause = retryPause(shortestPause, failures, wait);
  failures += 1;
  // The browsers of a class that lost its server should not all come back at one moment.
  timer = setTimeout(sendAll, pause * (0.75 + Math.random() / 2));
}

/** Sends all that waits at once, whenever the last try was. */
export function sendNow() {
  failures = 0;
  clearTimeout(timer);
  void sendAll();
}

/** Takes all entries for a class out again. */
export function clearOutboxOf(classId: string) {
  for (const { key, ...entry } of outbox.snapshot().entries) {
    if (entry.classId === classId) outbox.remove(key);
  }
}

let started = false;

function start() {
  if (started) return;
  started = true;
  window.addEventListener("online", sendNow);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") sendNow();
  });
  window.addEventListener("storage", ({ key }) => {
    if (key === null || isOutboxName(key)) outbox.changed();
  });
  sendNow();
}

const empty: OutboxState = {
  entries: [],
  sent: new Set(),
  unkept: new Set(),
  sending: null,
  trouble: null,
};

/** The outbox as it is; a page that shows it also sends all that waits. */
export function useOutbox(): OutboxState {
  useEffect(start, []);
  return useSyncExternalStore(outbox.subscribe, outbox.snapshot, () => empty);
}
