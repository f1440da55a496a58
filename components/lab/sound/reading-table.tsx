import { letters } from "@/labs/sound/formants";
import type { Reading } from "@/labs/sound/transcribe";
import styles from "./sound.module.css";

type Props = {
  readings: readonly Reading[];
  /** The letters that were played; null for a recording. */
  played: readonly string[] | null;
};

const percent = (share: number) => Math.round(100 * share);

/** For each vowel heard, how likely the network holds each letter. */
export function ReadingTable({ readings, played }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must take the keyboard.
    <div className={styles.readings} role="group" aria-label="Probabilities" tabIndex={0}>
      <table>
        <caption>How likely it holds each letter, in percent</caption>
        <thead>
          <tr>
            <th scope="col">{played ? "Played" : "Vowel"}</th>
            <th scope="col">Written</th>
            {letters.map((letter) => (
              <th key={letter} scope="col">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map(({ letter, probabilities }, place) => {
            const right = played ? played[place] === letter : null;
            return (
              <tr key={place}>
                <th scope="row">{played ? played[place] : place + 1}</th>
                <td data-right={right ?? undefined}>
                  <b>{letter}</b>
                  {right !== null && (
                    <>
                      <span aria-hidden="true">{right ? " ✓" : " ✗"}</span>
                      <span className="visually-hidden">{right ? "right" : "wrong"}</span>
                    </>
                  )}
                </td>
                {probabilities.map((share, at) => (
                  <td key={letters[at]} data-best={letters[at] === letter || undefined}>
                    <i style={{ inlineSize: `${100 * share}%` }} />
                    {percent(share)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
