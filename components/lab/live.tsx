"use client";
// A lab that was drawn while the page was built can only be seen at first. Nothing but what
// asks is drawn again when it begins to answer.
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useState,
} from "react";
import { useBrowserValue } from "@/components/kit/use-hydrated";

/** Tells whether a lab answers once it is taken over. */
const Live = createContext((): boolean => true);

/** Whether the lab around answers the reader. */
export const useLive = () => useBrowserValue(useContext(Live), false);

/** The lab in a page's HTML: it answers once it is taken over, if the link says nothing. */
export function BuiltLab({ children }: { children: ReactNode }) {
  // Given once and for all: where a context changes, React takes over at once all that is
  // below, and the reader waits for it. The address soon follows the run.
  const [answers] = useState(() => {
    let unasked: boolean | null = null;
    return () => (unasked ??= window.location.search === "");
  });
  return <Live value={answers}>{children}</Live>;
}

/** Controls that do nothing until the lab answers. */
export const LiveControls = (props: ComponentProps<"fieldset">) => (
  <fieldset {...props} role="presentation" disabled={!useLive()} />
);
