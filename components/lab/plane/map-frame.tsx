import type { ComponentProps } from "react";
import { classNames } from "@/components/kit/class-names";
import styles from "./map-frame.module.css";

type Props = ComponentProps<"div"> & {
  /** Whether keys do something on it: it then takes the focus. */
  keyed?: boolean;
};

/** A square map on the light paper that maps keep in both themes; its canvas and svg fill it. */
export const MapFrame = ({ keyed, className, children, ...rest }: Props) => (
  <div
    className={classNames(styles.frame, className)}
    dir="ltr"
    {...(keyed && { role: "application", tabIndex: 0 })}
    {...rest}
  >
    <div className={styles.paper} data-theme="light">
      {children}
    </div>
  </div>
);

/** A map with the words that belong to it. */
export const MapFigure = ({ className, ...rest }: ComponentProps<"figure">) => (
  <figure className={classNames(styles.figure, className)} {...rest} />
);

/** A map, and beside it where there is room the things to read and to change. */
export const MapPanes = ({ className, ...rest }: ComponentProps<"div">) => (
  <div className={classNames(styles.panes, className)} {...rest} />
);
