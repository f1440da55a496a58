"use client";
// A lab that was drawn while the page was built can only be seen at first. Nothing but what
// asks is drawn again when it begins to answer.
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useState,
} from "react";

const Live = createContext(true);

/** Whether the lab around answers the reader. */
export const useLive = () => useContext(Live);

/** The lab in a page's HTML: it answers once it is taken over, if the link says nothing. */
export function BuiltLab({ children }: { children: ReactNode }) {
  const [live, setLive] = useState(false);
  useLayoutEffect(() => setLive(window.location.search === ""), []);
  return <Live value={live}>{children}</Live>;
}

/** Controls that do nothing until the lab answers. */
export const LiveControls = (props: ComponentProps<"fieldset">) => (
  <fieldset {...props} role="presentation" disabled={!useLive()} />
);
