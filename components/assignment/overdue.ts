/** Whether a due date (see `isDue`) is past; a day is past when it is where `now` is. */
export function isOverdue(due: string, now: Date): boolean {
  if (due.includes("T")) return now > new Date(due);
  const two = (part: number) => String(part).padStart(2, "0");
  const [month, day] = [two(now.getMonth() + 1), two(now.getDate())];
  return `${now.getFullYear()}-${month}-${day}` > due;
}
