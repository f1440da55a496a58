// Downloads the files that some datasets are read from.
import { unpacked } from "@/components/offline/load-file";
import { siteFile } from "@/components/offline/site-version";
import { isProvided, isWhole, provide } from "@/labs/data/data-file";

const waiting = new Map<string, Promise<string | null>>();

type Arrival = { promise: Promise<void>; resolve(): void };

const arrivals = new Map<string, Arrival>();

function newArrival(): Arrival {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Resolves once a file was provided, by whatever try; always the same promise. */
export function arrivalOf(file: string): Promise<void> {
  const arrival = arrivals.get(file) ?? newArrival();
  arrivals.set(file, arrival);
  if (isProvided(file)) arrival.resolve();
  return arrival.promise;
}

async function textOf(file: string): Promise<string> {
  const answer = await fetch(siteFile(`/data/${file}`));
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return new Response(await unpacked(await answer.blob())).text();
}

async function download(file: string): Promise<string | null> {
  try {
    const text = await textOf(file);
    if (!isWhole(file, text)) throw new Error("the server answered something else");
    provide(file, text);
    arrivals.get(file)?.resolve();
    return null;
  } catch {
    waiting.delete(file);
    return `The data file ${file} could not be loaded. Try again once you are online.`;
  }
}

/** Provides a file; resolves to null, or to a sentence where that failed. */
export function provideFile(file: string): Promise<string | null> {
  const promise = waiting.get(file) ?? download(file);
  waiting.set(file, promise);
  return promise;
}

/** Provides files together; resolves to null, or to the first sentence. */
export async function provideFiles(files: readonly string[]): Promise<string | null> {
  const problems = await Promise.all(files.map(provideFile));
  return problems.find((problem) => problem !== null) ?? null;
}
