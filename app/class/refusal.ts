/** Thrown where a request is not done; its message is one sentence for the reader. */
export type Refusal = Error & {
  readonly status: number;
  /** After how many seconds trying again may help; null where it does not. */
  readonly retryAfter: number | null;
};

export function refusal(
  status: number,
  problem: string,
  retryAfter: number | null = null,
): Refusal {
  return Object.assign(new Error(problem), { name: "Refusal", status, retryAfter });
}

/** Goes by the name, because a bundler may load this module twice. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === "Refusal" && "status" in error;
}
