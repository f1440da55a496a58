/** A day and a time of day, where the reader is. */
export const momentText = (at: number) =>
  new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** A day, where the reader is. */
export const dayText = (at: number) =>
  new Date(at).toLocaleDateString("en-GB", { dateStyle: "long" });

/** A time of day, where the reader is: "12:03". */
export const timeText = (at: number) =>
  new Date(at).toLocaleTimeString("en-GB", { timeStyle: "short" });
