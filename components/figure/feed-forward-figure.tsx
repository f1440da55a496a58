"use client";
// The figure of lesson 2 that is worked with: no other lesson loads it.
import { Suspense } from "react";
import { late } from "@/components/kit/late";

const FeedForward = late("This figure", () =>
  import("./feed-forward").then(({ FeedForward }) => FeedForward),
);

/** See `FeedForward`. */
export const FeedForwardFigure = (props: { alt: string }) => (
  <Suspense>
    <FeedForward {...props} />
  </Suspense>
);
