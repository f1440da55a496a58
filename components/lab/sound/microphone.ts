// A short recording from the microphone. It stays in the page's memory.
import { resample } from "@/labs/sound/resample";
import { soundRate } from "@/labs/sound/voice";

/** The length of a recording in seconds. */
export const recordingTime = 1.5;

/** A sound at `soundRate`, or why there is none, as one sentence. */
type Recording = { sound: Float64Array } | { says: string };

/** Words for the reader by the name of the error that browsers throw. */
const problems: Readonly<Record<string, string>> = {
  NotAllowedError:
    "The microphone was not allowed, so nothing was recorded: allow it in the browser’s settings for this page, then try again.",
  NotFoundError: "No microphone was found: plug one in, then try again.",
  NotReadableError:
    "The microphone could not be started: another program may be using it.",
  AbortError: "The recording was stopped.",
};

const otherProblem = "The microphone could not be used in this browser.";

const wait = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => reject(new DOMException("left", "AbortError"));
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    setTimeout(resolve, milliseconds);
  });

/** A stream for `recordingTime`, in the browser's own coding. */
async function codedFrom(stream: MediaStream, signal: AbortSignal): Promise<Blob> {
  const recorder = new MediaRecorder(stream);
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  recorder.start();
  await wait(1000 * recordingTime, signal).finally(() => recorder.stop());
  await ended;
  return new Blob(chunks);
}

/** The sound of a coded recording, its channels mixed. */
async function decoded(coded: Blob): Promise<Float64Array> {
  const usual = 48_000;
  const context = new OfflineAudioContext(1, 1, usual);
  const buffer = await context.decodeAudioData(await coded.arrayBuffer());
  const mixed = new Float64Array(buffer.length);
  for (let channel = 0; channel < buffer.numberOfChannels; channel += 1) {
    buffer.getChannelData(channel).forEach((value, n) => {
      mixed[n]! += value / buffer.numberOfChannels;
    });
  }
  return resample(mixed, buffer.sampleRate, soundRate);
}

/**
 * Asks for the microphone and records; `onStart` is called when it listens. The
 * microphone is off again when the promise is settled. Never throws.
 */
export async function record(
  signal: AbortSignal,
  onStart: () => void,
): Promise<Recording> {
  if (!navigator.mediaDevices) {
    return { says: "The microphone is only to be had on a secure page (https)." };
  }
  let stream: MediaStream | null = null;
  try {
    // The filters that make calls clearer take a held vowel for noise.
    const audio = {
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    };
    stream = await navigator.mediaDevices.getUserMedia({ audio });
    onStart();
    return { sound: await decoded(await codedFrom(stream, signal)) };
  } catch (error) {
    const { name } = error instanceof Error ? error : new Error();
    return { says: problems[name] ?? otherProblem };
  } finally {
    for (const track of stream?.getTracks() ?? []) track.stop();
  }
}
