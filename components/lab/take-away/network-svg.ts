// The network as a picture that any program can draw: lines for weights, a square for
// each neuron.
import {
  type DrawnNeuron,
  drawnWeights,
  layout,
  lineOf,
  thicknessOf,
} from "@/components/lab/network/diagram-layout";
import { nameOf, signed, sourceOf } from "@/components/lab/network/neuron-names";
import { paintScores } from "@/components/lab/plane/paint";
import { classNames, inputNames } from "@/labs/data/sample";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { planeMaps } from "@/labs/training/plane-maps";

/** A network to draw, and what is shown beside its weights. */
type NetworkPicture = {
  run: Run;
  weights: Float32Array;
  /** Whether the data lies on the plane: then each input is drawn. */
  onPlane: boolean;
  /** The map of a neuron as the address of an image; null where there is none. */
  mapOf(place: DrawnNeuron): string | null;
  title: string;
};

const width = 900;
const top = 40;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const font = 'font-family="sans-serif" fill="#1d1b18"';

/** The word beside an input or an output, and on which side it stands. */
function labelOf(
  { column, row }: DrawnNeuron,
  last: number,
  { run, onPlane }: NetworkPicture,
) {
  const classes = classNames(run);
  if (column === 0) {
    const names = inputNames(run);
    const text = onPlane ? (names[row] ?? "") : String(names.length);
    return { text, after: false };
  }
  if (column < last || classes.length < 3) return null;
  return { text: classes[row] ?? "", after: true };
}

/** The network as SVG, with its numbers as titles that show under a pointer. */
export function networkSvg(picture: NetworkPicture): string {
  const { run, weights, onPlane, mapOf, title } = picture;
  const network = networkOf(run);
  const columns = layout(network, !onPlane);
  const row = rowHeight(columns) + 8;
  const height = Math.max(...columns.map((column) => column.length)) * row + 20;
  const box = row - 12;
  const x = (place: DrawnNeuron) => (width * place.x) / 100;
  const y = (place: DrawnNeuron) => top + (height * place.y) / 100;
  const onPage = (place: DrawnNeuron): DrawnNeuron => ({
    ...place,
    x: x(place),
    y: y(place),
  });

  const lines = drawnWeights(network, columns).map(({ from, to, at }) => {
    const weight = weights[at] ?? 0;
    const thick = thicknessOf(weight).toFixed(2);
    const look =
      weight < 0 ? 'stroke="#ad4d08" stroke-dasharray="6 3"' : 'stroke="#1d5fa8"';
    const says = `${sourceOf(to.column, from.row, run)} → ${nameOf(to, run)}: ${signed(weight)}`;
    const path = lineOf({ from: onPage(from), to: onPage(to), at });
    return `<path d="${path}" fill="none" stroke-width="${thick}" ${look}><title>${escaped(says)}</title></path>`;
  });
  const squares = columns.flat().map((place) => {
    const [left, upper] = [x(place) - box / 2, y(place) - box / 2];
    const layer = network.layers[place.column - 1];
    const bias = layer && weights[layer.biasesAt + place.row];
    const says =
      nameOf(place, run) + (bias === undefined ? "" : `: bias ${signed(bias)}`);
    const frame = `x="${left}" y="${upper}" width="${box}" height="${box}"`;
    const map = mapOf(place);
    const image = map ? `<image ${frame} href="${map}" preserveAspectRatio="none"/>` : "";
    const label = labelOf(place, columns.length - 1, picture);
    const text = label
      ? `<text x="${label.after ? left + box + 6 : left - 6}" y="${y(place) + 4}" text-anchor="${label.after ? "start" : "end"}" ${font} font-size="13">${escaped(label.text)}</text>`
      : "";
    return `<g><title>${escaped(says)}</title><rect ${frame} fill="#faf7f0" stroke="#5d584e"/>${image}${text}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + top}" viewBox="0 0 ${width} ${height + top}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="20" y="26" ${font} font-size="15">${escaped(title)}</text>`,
    ...lines,
    ...squares,
    "</svg>\n",
  ].join("\n");
}

/** Gives the map of a place of the network as the address of a PNG. */
export function neuronImages(run: Run, weights: Float32Array) {
  const { side, inputs, layers } = planeMaps(run, weights);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  return ({ column, row }: DrawnNeuron): string | null => {
    const map = column === 0 ? inputs[row] : layers[column - 1]?.[row];
    if (!map || !context) return null;
    const image = context.createImageData(side, side);
    paintScores(image.data, map);
    context.putImageData(image, 0, 0);
    return canvas.toDataURL("image/png");
  };
}

/** The height of one row, in pixels: less where a column is long. */
function rowHeight(columns: readonly (readonly DrawnNeuron[])[]): number {
  return Math.max(...columns.map((column) => column.length)) > 8 ? 30 : 46;
}
