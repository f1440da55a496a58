import type { Peer } from "./peer";

/** A device is a launch of Chromium: with or without WebGPU. */
type Entry = {
  device: "cpu" | "webgpu";
  load(): Promise<Peer>;
  /** What it spares itself, or what the bench had to make up. */
  note: string;
};

/** Every library that is compared, loaded only into the page that measures it. */
export const peers = {
  "Next Pass": {
    device: "cpu",
    load: async () => (await import("./peers/kernel")).compiled,
    note: "",
  },
  "fixed-size C": {
    device: "cpu",
    load: async () => (await import("./peers/in-c")).inC,
    note: "the limit: nothing but this one training, in no fixed order of additions",
  },
  "Next Pass without Wasm": {
    device: "cpu",
    load: async () => (await import("./peers/kernel")).withoutWasm,
    note: "the same bits in plain JavaScript",
  },
  "loops in doubles": {
    device: "cpu",
    load: async () => (await import("./peers/kernel")).loops,
    note: "what the labs trained with before",
  },
  "Playground's loops": {
    device: "cpu",
    load: async () => (await import("./peers/playground")).playgroundLoops,
    note: "its method, written anew; no other order each pass; softmax is added",
  },
  "ConvNetJS 0.3": {
    device: "cpu",
    load: async () => (await import("./peers/convnetjs")).convnetOnCpu,
    note: "",
  },
  "synaptic 1.1": {
    device: "cpu",
    load: async () => (await import("./peers/synaptic")).synapticOnCpu,
    note: "no batches (a step for each example), no order, no softmax",
  },
  "brain.js 1.6": {
    device: "cpu",
    load: async () => (await import("./peers/brain")).brainOnCpu,
    note: "no batches (a step for each example), no order, no softmax; tanh at the end",
  },
  "ml-fnn 5": {
    device: "cpu",
    load: async () => (await import("./peers/ml-fnn")).mlFnnOnCpu,
    note: "one step in a pass; classes in place of losses, also on the circle",
  },
  "jax-js 0.1, Wasm": {
    device: "cpu",
    load: async () => (await import("./peers/jax")).jaxOnWasm,
    note: "no other order each pass",
  },
  "tfjs 4.22, CPU": {
    device: "cpu",
    load: async () => (await import("./peers/tfjs")).tfjsOnCpu,
    note: "model.fit",
  },
  "Next Pass, WebGPU": {
    device: "webgpu",
    load: async () => (await import("./peers/ours")).onWebgpu,
    note: "",
  },
  "op by op, WebGPU": {
    device: "webgpu",
    load: async () => (await import("./peers/ours")).opByOpOnWebgpu,
    note: "the same training by TensorFlow.js's operations",
  },
  "jax-js 0.1, WebGPU": {
    device: "webgpu",
    load: async () => (await import("./peers/jax")).jaxOnWebgpu,
    note: "no other order each pass",
  },
  "tfjs 4.22, WebGPU": {
    device: "webgpu",
    load: async () => (await import("./peers/tfjs")).tfjsOnWebgpu,
    note: "model.fit",
  },
} as const satisfies Record<string, Entry>;

export type PeerName = keyof typeof peers;
export const peerNames = Object.keys(peers) as readonly PeerName[];

/** What the others of a device are held against. */
export const reference = { cpu: "Next Pass", webgpu: "Next Pass, WebGPU" } as const;
