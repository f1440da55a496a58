const months =
  "January February March April May June July August September October November December";

/** A date as lessons write it: "26 April 2024", "April 2024" or "2024". */
export function writtenDate(date: string): string {
  const [year, month, day] = date.split("-");
  const name = month && months.split(" ")[Number(month) - 1];
  return [day && Number(day), name, year].filter(Boolean).join(" ");
}
