/** The lessons' slugs, in the order of the course: the table of contents. */
export const course = [
  "machine-learning",
  "deep-learning",
  "how-a-network-learns",
  "choosing-without-cheating",
  "pictures-sound-time",
  "loss-functions",
  "yes-or-no",
  "small-windows",
  "gpus",
  "data-science-vms",
] as const;

/** A lesson, as its address names it. */
export type Slug = (typeof course)[number];

/** Whether a text names a lesson. */
export function isSlug(text: string): text is Slug {
  return course.some((slug) => slug === text);
}
