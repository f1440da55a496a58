"use client";
// The outbox of this browser: shared between its tabs, and emptied whenever it can be.
import { useEffect, useSyncExternalStore } from "react";
import { type Answered, handIn, putAnswers } from "@/content/class/class-api";
import { joinedNow } from "../joined-classes";
import { createOutbox, type OutboxState } from "./outbox";
import type { Entry } from "./outbox-entry";
import { createShelf, isOutboxName } from "./outbox-shelf";

/** How long to wait after the first failure and after many, in milliseconds. */
const pauses = { shortest: 2000, longest: 60_000 };

async function send(entry: Entry): Promise<Answered<unknown>> {
  const { key, classId, what } = entry;
  const joined = joinedNow(classId);
  if (joined && joined.learner !== entry.learner) {
    const problem = `It is ${entry.name}’s, and this browser has joined the class as ${joined.name} since.`;
    return { ok: false, status: 409, problem, wait: null };
  }
  if (what.kind === "answers") return putAnswers(classId, [...what.answers]);
  const { assignment, packed } = what;
  return handIn(classId, { key, assignment, packed });
}

let last: Promise<void> = Promise.resolve();

/** One job at a time: of all tabs where the browser has locks, else of this one. */
async function alone(job: () => Promise<void>): Promise<void> {
  if (navigator.locks) return navigator.locks.request("next-pass-outbox", job);
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
  const pause = Math.min(pauses.longest, pauses.shortest * 2 ** Math.min(failures, 8));
  failures += 1;
  // Not every browser of a class that lost its server comes back in the same moment.
  timer = setTimeout(sendAll, Math.max(wait, pause) * (0.75 + Math.random() / 2));
}

/** Sends what waits at once, however long ago the last try was. */
export function sendNow() {
  failures = 0;
  clearTimeout(timer);
  void sendAll();
}

/** Takes all that waits for a class out again. */
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

/** The outbox as it is; a page that shows it also sends what waits. */
export function useOutbox(): OutboxState {
  useEffect(start, []);
  return useSyncExternalStore(outbox.subscribe, outbox.snapshot, () => empty);
}
