/** Plain text in which `backticks` set code. */
export function WithCode({ text }: { text: string }) {
  return (
    <span>
      {text.split("`").map((part, index) => {
        const place = `${index}-${part}`;
        return index % 2 ? <code key={place}>{part}</code> : part;
      })}
    </span>
  );
}
