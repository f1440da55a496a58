// Real workers in Node, the engine's first: a thread of its own, built from the worker's file.
import path from "node:path";
import { Worker as Thread } from "node:worker_threads";
import { build } from "esbuild";
import type { ToWorker } from "@/labs/engine/connection";

/**
 * What a worker in a browser finds around it. Node empties one port before it looks at the
 * next, so that a port which a worker talks to itself through would keep the page out.
 */
const around = `
const { parentPort } = require("node:worker_threads");
globalThis.self = globalThis;
console.warn = () => {};
self.postMessage = (message, given) =>
  parentPort.postMessage(message, given?.transfer ?? given);
self.reportError = (error) => setImmediate(() => { throw error; });
globalThis.MessageChannel = function () {
  const port1 = {};
  return { port1, port2: { postMessage: () => setImmediate(() => port1.onmessage()) } };
};
self.addEventListener = (kind, hear) => {
  if (kind === "message") parentPort.on("message", (data) => hear({ data }));
};`;

const programs = new Map<string, Promise<string>>();

async function buildProgram(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    logLevel: "error",
    banner: { js: around },
  });
  return outputFiles[0]!.text;
}

async function startThread(target: EventTarget, file: string): Promise<Thread> {
  const program = programs.get(file) ?? buildProgram(file);
  programs.set(file, program);
  const thread = new Thread(await program, { eval: true });
  const tell = (kind: string, more: object) =>
    target.dispatchEvent(Object.assign(new Event(kind), more));
  thread.on("message", (data) => tell("message", { data }));
  thread.on("error", ({ message }) => tell("error", { message }));
  return thread;
}

/** A thread that looks like a browser's worker; terminated, it ends without a word. */
export type NodeWorker = ReturnType<typeof startWorker>;

function startWorker(file: string) {
  const target = new EventTarget();
  const thread = startThread(target, file);
  let ended = false;
  const posted: ToWorker[] = [];
  return Object.assign(target, {
    /** What the page told it. */
    posted,
    postMessage(message: ToWorker) {
      posted.push(message);
      void thread.then((one) => one.postMessage(message));
    },
    terminate() {
      ended = true;
      void thread.then((one) => one.terminate());
    },
    hasEnded: () => ended,
  });
}

/** The file of a worker: vitest's addresses are whole, or begin at the project's folder. */
const fileOf = ({ pathname }: URL) =>
  pathname.startsWith(process.cwd()) ? pathname : path.join(process.cwd(), pathname);

/** Lets `openEngine` start real workers; the list grows with each that is started. */
export function provideWorkers(): NodeWorker[] {
  const started: NodeWorker[] = [];
  function Worker(program: URL) {
    const worker = startWorker(fileOf(program));
    started.push(worker);
    return worker;
  }
  Object.assign(globalThis, { Worker });
  return started;
}
