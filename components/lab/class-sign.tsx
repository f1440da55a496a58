import { lookOf } from "./class-look";

type Props = { of: number; size?: number };

/** The mark of a class on its own colour, as a map has it. Decorative: name it beside. */
export function ClassSign({ of, size = 18 }: Props) {
  const { area, mark, path } = lookOf(of);
  return (
    <svg width={size} height={size} viewBox="-9 -9 18 18" aria-hidden="true">
      <rect x="-9" y="-9" width="18" height="18" rx="3" fill={`rgb(${area})`} />
      <path d={path} fill={mark} stroke="#fff" strokeWidth="1.2" />
    </svg>
  );
}
