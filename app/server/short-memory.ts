// What a process remembers for a moment, where a whole class asks for the same at once.

const mostKeys = 1000;

type Known<T> = { until: number; value: T | Promise<T> };

/**
 * Reads the value of a key once in `lifetime` milliseconds, however many ask: so long may
 * another process's change go unseen. What could not be read is asked for again.
 */
export function createShortMemory<T>(
  lifetime: number,
  read: (key: string) => Promise<T>,
) {
  const known = new Map<string, Known<T>>();
  return {
    async of(key: string): Promise<T> {
      const found = known.get(key);
      if (found && performance.now() < found.until) return found.value;
      if (known.size >= mostKeys) known.clear();
      const reading = { until: performance.now() + lifetime, value: read(key) };
      known.set(key, reading);
      try {
        const value = await reading.value;
        // A promise that is kept keeps the request that made it.
        if (known.get(key) === reading) known.set(key, { ...reading, value });
        return value;
      } catch (error) {
        known.delete(key);
        throw error;
      }
    },
    /** Call this after a change. */
    forget: (key: string) => known.delete(key),
  };
}
