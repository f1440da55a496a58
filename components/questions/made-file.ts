// A file of questions for another system; what makes it is loaded once it is asked for.
import type { Exported } from "@/content/exchange/gift";
import type { Question } from "@/content/quiz/question";

/** Each format with what its button says. */
export const formats = { gift: "GIFT", qti: "QTI", yaml: "YAML" } as const;

export type Format = keyof typeof formats;

export type MadeFile = { name: string; content: BlobPart; type: string };

/** `name`: of the file, without its ending. */
export async function madeFile(
  format: Format,
  name: string,
  questions: readonly Question[],
  exported: Exported,
): Promise<MadeFile> {
  switch (format) {
    case "gift": {
      const { giftOf } = await import("@/content/exchange/gift");
      const content = giftOf(questions, exported);
      return { name: `${name}.gift.txt`, content, type: "text/plain" };
    }
    case "qti": {
      const { qtiOf } = await import("@/content/exchange/qti");
      const content = new Uint8Array(qtiOf(questions, exported));
      return { name: `${name}.qti.zip`, content, type: "application/zip" };
    }
    case "yaml": {
      const { yamlOf } = await import("@/content/exchange/yaml");
      return { name: `${name}.yaml`, content: yamlOf(questions), type: "text/yaml" };
    }
  }
}
