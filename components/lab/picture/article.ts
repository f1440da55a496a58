/** The name of a digit with its article: "a 7", "an 8". */
export const withArticle = (name: string) => `${name === "8" ? "an" : "a"} ${name}`;
