// Faults of a GPU, turned into errors of the work that they hit.

const reported = ({ message }: GPUError) =>
  `The GPU reported an error: ${message.slice(0, 200)}`;

/** Runs `work`; rejects as soon as a device breaks, for then `work` may never end. */
export type Guard = <T>(work: () => Promise<T>) => Promise<T>;

/** Watches a device from now on. */
export function createGuard(device: GPUDevice): Guard {
  const waiting = new Set<(error: Error) => void>();
  let broken: Error | null = null;
  const fail = (why: string) => {
    broken ??= new Error(why);
    for (const reject of waiting) reject(broken);
    waiting.clear();
  };
  // TensorFlow.js 4.22 listens to neither: a lost device hangs, a bad shader gives zeros.
  device.addEventListener("uncapturederror", ({ error }) => fail(reported(error)));
  device.lost.then(({ message }) => fail(`The GPU was lost. ${message}`.trim()));
  return <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      if (broken) return reject(broken);
      waiting.add(reject);
      work()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
}

const scopes = ["validation", "internal", "out-of-memory"] as const;

/** A shader that does not compile is a mere warning to TensorFlow.js, and gives zeros. */
async function withScopes<T>(device: GPUDevice, work: () => Promise<T>): Promise<T> {
  for (const scope of scopes) device.pushErrorScope(scope);
  const done = work();
  // Who waits for it may have left by the time it fails.
  done.catch(() => {});
  const errors = await Promise.all(scopes.map(() => device.popErrorScope()));
  const error = errors.find((found) => found !== null);
  if (!error) return done;
  throw new Error(reported(error));
}

/** A guard that rejects where the device finds a mistake in the work, too. */
export const checked =
  (device: GPUDevice, guard: Guard): Guard =>
  (work) =>
    guard(() => withScopes(device, work));
