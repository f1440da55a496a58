// A figure to point at, by its name.
import type { SpotProps } from "./spot";
import { spotFigure } from "./spots";

/** The figure of that name, or a line where there is none. */
export function SpotFigure({ figure, ...rest }: SpotProps & { figure: string }) {
  const { Drawing } = spotFigure(figure) ?? {};
  return Drawing ? (
    <Drawing {...rest} />
  ) : (
    <p>The figure “{figure}” is not known here.</p>
  );
}
