import type { ComponentProps } from "react";
import { classNames } from "@/components/kit/class-names";
import styles from "./line-drawing.module.css";

type Props = Omit<ComponentProps<"svg">, "aria-hidden" | "aria-label" | "role"> & {
  /** The picture in words; left out where the text beside it has them. */
  alt?: string | undefined;
};

/** Lines without numbers, in a space of 200 × 100 that is stretched to fill its place. */
export const LineDrawing = ({ alt, className, ...rest }: Props) => (
  <svg
    role="img"
    aria-label={alt}
    aria-hidden={alt === undefined || undefined}
    className={classNames(styles.drawing, className)}
    viewBox="0 0 200 100"
    preserveAspectRatio="none"
    {...rest}
  />
);
