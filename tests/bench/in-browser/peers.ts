import type { Peer } from "./peer";

/** A device is a launch of Chromium: with or without WebGPU. */
type Entry = { device: "cpu" | "webgpu"; load(): Promise<Peer> };

/** Every library that is compared, loaded only into the page that measures it. */
export const peers = {
  "Next Pass, CPU": {
    device: "cpu",
    load: async () => (await import("./peers/ours")).oursOnCpu,
  },
  "Next Pass, WebGPU": {
    device: "webgpu",
    load: async () => (await import("./peers/ours")).oursOnWebgpu,
  },
  "op by op, WebGPU": {
    device: "webgpu",
    load: async () => (await import("./peers/ours")).opByOpOnWebgpu,
  },
  convnetjs: {
    device: "cpu",
    load: async () => (await import("./peers/convnetjs")).convnetOnCpu,
  },
  "jax-js jit, Wasm": {
    device: "cpu",
    load: async () => (await import("./peers/jax")).jaxOnWasm,
  },
  "tfjs model.fit, CPU": {
    device: "cpu",
    load: async () => (await import("./peers/tfjs")).tfjsOnCpu,
  },
  "jax-js jit, WebGPU": {
    device: "webgpu",
    load: async () => (await import("./peers/jax")).jaxOnWebgpu,
  },
  "tfjs model.fit, WebGPU": {
    device: "webgpu",
    load: async () => (await import("./peers/tfjs")).tfjsOnWebgpu,
  },
} as const satisfies Record<string, Entry>;

export type PeerName = keyof typeof peers;
export const peerNames = Object.keys(peers) as readonly PeerName[];
