import { IndexChoice } from "./choice";

type Props = {
  /** As in "Inputs": they are counted from 1 to `count`. */
  things: string;
  count: number;
  /** How many are drawn at once. */
  page: number;
  /** The first that is drawn, from 0. */
  from: number;
  onFrom(from: number): void;
};

/** Chooses which part of many rows or columns is drawn; nothing where all are. */
export function Pager({ things, count, page, from, onFrom }: Props) {
  if (count <= page) return null;
  const starts = Array.from({ length: Math.ceil(count / page) }, (_, at) => at * page);
  return (
    <IndexChoice
      label={things}
      inline
      options={starts.map((start) => `${start + 1} to ${Math.min(start + page, count)}`)}
      value={Math.floor(from / page)}
      onChoose={(at) => onFrom(at * page)}
    />
  );
}
