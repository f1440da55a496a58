// The service worker: answers from what is kept. The build bundles it as sw.js, under a
// version's hash, so that a browser that was here before fetches the next one; that waits
// until no page of the version before it is open, or the reader presses “Reload”.
import { keptSite } from "./kept-site";
import { fileHash } from "./load-file";
import { answerPage, handlingOf } from "./worker-answers";

type Lasting = Event & { waitUntil(done: Promise<unknown>): void };

type Fetching = Lasting & {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
};

/** What of a service worker's surroundings is used; the library of types has pages' alone. */
type WorkerScope = {
  caches: CacheStorage;
  location: { origin: string };
  registration: {
    scope: string;
    navigationPreload?: { enable(): Promise<void> };
  };
  clients: {
    claim(): Promise<void>;
    matchAll(which: {
      type: "window";
      includeUncontrolled: boolean;
    }): Promise<readonly unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "activate", act: (event: Lasting) => void): void;
  addEventListener(type: "message", act: (event: Lasting & MessageEvent) => void): void;
  addEventListener(type: "fetch", act: (event: Fetching) => void): void;
};

declare const self: WorkerScope;

const { origin } = self.location;
const base = new URL(self.registration.scope).pathname.replace(/\/$/, "");
const kept = keptSite({ caches: self.caches, fetch, origin, base });

/** Lets go of what no kept page needs, unless a page is open that may be of any version. */
async function pruneBelow(pages: number) {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length < pages) await kept.prune();
}

self.addEventListener("activate", (event) => {
  const begin = async () => {
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
    await pruneBelow(1);
  };
  event.waitUntil(begin());
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(self.skipWaiting());
  // The page that asks has kept all that it needs itself.
  if (event.data === "prune") event.waitUntil(pruneBelow(2));
});

/** A file that is kept, else the server's; not another one of its name. */
async function answerFile(request: Request, address: string, hash: string | null) {
  const file = await kept.file(address).catch(() => undefined);
  if (file) return file;
  const answer = await fetch(request);
  if (hash === null || !answer.ok) return answer;
  const isThat = (await fileHash(await answer.clone().blob())) === hash;
  return isThat ? answer : Response.error();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const handling = handlingOf(request, { origin, base });
  if (handling.kind === "file") {
    event.respondWith(answerFile(request, handling.address, handling.hash));
  } else if (handling.kind === "page") {
    const network = event.preloadResponse.then((early) => early ?? fetch(request));
    const instead = async () => (await kept.page("/offline")) ?? Response.error();
    event.respondWith(answerPage(network, () => kept.page(handling.path), instead));
  }
});
