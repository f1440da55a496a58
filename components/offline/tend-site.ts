// What an open page does for the time without a network: it has the service worker
// registered, and keeps itself with all that it may load, once it has nothing else to do.
import { isFields } from "@/content/fields";
import { sitePath, siteRoot } from "@/content/site-path";
import { type KeptSite, keptSite } from "./kept-site";
import type { Outcome } from "./load-file";
import { pageMark } from "./site-version";

/** How long a page that was opened is left alone before it is kept, in milliseconds. */
const breath = 2000;

/** The version of the open page, and what is kept of the site. */
export type Here = { version: string; site: KeptSite };

/** Null where nothing can be kept. */
export function here(): Here | null {
  const version = pageMark()?.list;
  if (!version || whyNot() !== null) return null;
  const { origin } = window.location;
  const { caches } = window;
  return { version, site: keptSite({ caches, fetch, origin, base: sitePath("") }) };
}

/** Why this browser can keep nothing here, in a sentence; null where it can. */
export function whyNot(): string | null {
  if (!window.isSecureContext) {
    return "This page came over http, and browsers keep pages that came over https alone.";
  }
  if (!("serviceWorker" in navigator) || !("caches" in window)) {
    return "This browser keeps no pages: it has no service workers, or not in this window.";
  }
  return null;
}

/** Does a job while no other tab does one; gives up at once where `wait` is false. */
export async function aloneInKeeping<T>(
  job: () => Promise<T>,
  wait: boolean,
): Promise<T | null> {
  if (!navigator.locks) return job();
  const options: LockOptions = wait ? {} : { ifAvailable: true };
  const name = `next-pass-keeping ${sitePath("/")}`;
  return navigator.locks.request(name, options, async (lock) => (lock ? job() : null));
}

/** Asks the worker to let go of what no kept page needs. */
export const askToPrune = () => navigator.serviceWorker.controller?.postMessage("prune");

/** The registration that begins with this page; null where the browser refuses. */
async function register(): Promise<ServiceWorkerRegistration | null> {
  const address = sitePath("/sw.js");
  try {
    await navigator.serviceWorker
      .register(address, { scope: siteRoot })
      // Where a proxy leaves out the header that allows a folder without its slash.
      .catch(() => navigator.serviceWorker.register(address));
    return (await navigator.serviceWorker.getRegistration()) ?? null;
  } catch {
    return null;
  }
}

let registered: Promise<ServiceWorkerRegistration | null> | undefined;

/** Whether the reader asked for few bytes, or the network is too slow for more. */
function isSparing(): boolean {
  const line: unknown = "connection" in navigator ? navigator.connection : null;
  if (!isFields(line)) return false;
  return line.saveData === true || /2g/.test(String(line.effectiveType));
}

const later = (wait: number) => new Promise((resolve) => setTimeout(resolve, wait));

/** Keeps the page of a path, and the one that stands in for those that are not kept. */
async function keepOpened({ site, version }: Here, path: string): Promise<Outcome> {
  const outcome = await site.keepPage(path, version);
  // On a page that is not among the course's, such as one that is not there.
  if (outcome === "full" || outcome === "away") return outcome;
  return site.keepPage("/offline", version);
}

/** Brings a course that is kept whole in an earlier version to this one. */
async function renew({ site, version }: Here): Promise<void> {
  const state = await site.state(version);
  if (state?.whole && !state.current) await site.keepCourse(version);
}

/** Tends to the page of a path that was just opened; `onReady` hears of a waiting version. */
export async function tendSite(path: string, onReady: () => void): Promise<void> {
  if (whyNot() !== null) return;
  if (process.env.NODE_ENV !== "production") {
    await (await navigator.serviceWorker.getRegistration())?.unregister();
    return;
  }
  registered ??= register();
  const registration = await registered;
  const open = here();
  if (!registration || !open) return;
  hearOfUpdates(registration, onReady);
  await navigator.serviceWorker.ready;
  await later(breath);
  if (!navigator.onLine || isSparing()) return;
  const keep = async () => {
    await keepOpened(open, path);
    await renew(open);
  };
  // Storage may be blocked: then nothing is kept, and everything else is as before.
  await aloneInKeeping(keep, true).catch(() => {});
  askToPrune();
}

const heard = new WeakSet<ServiceWorkerRegistration>();

function hearOfUpdates(registration: ServiceWorkerRegistration, onReady: () => void) {
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) onReady();
  };
  look();
  if (heard.has(registration)) return;
  heard.add(registration);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  // A page that stays open for days hears of a version, too.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

/** Opens the page anew, with the worker of the version that waits. */
export async function takeOver(): Promise<void> {
  const registration = await registered;
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload);
  registration?.waiting?.postMessage("take-over");
  // The worker of before may still be busy for this page: it is once the page has gone.
  setTimeout(reload, 1000);
}
