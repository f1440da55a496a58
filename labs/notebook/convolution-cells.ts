// A convolution in a notebook: its settings, its layer, and what it hands on.
import { gridOf } from "../data/sample";
import { windowsOf } from "../network/convolution";
import type { Run } from "../run/run";
import { hasConvolution } from "../run/run";

/** Lines of Python for the parts of a notebook; none where the run has no convolution. */
export type ConvolutionLines = {
  settings: readonly string[];
  /** Where widths of layers are counted: what the first dense layer is given. */
  width: readonly string[];
  layer: readonly string[];
  /** A method of the network. */
  method: readonly string[];
  call: readonly string[];
  /** How many layers stand before the first dense one, for dropout: at most 2. */
  before: number;
};

/** The lines that a run's convolution adds to its notebook. */
export function convolutionLines(run: Run): ConvolutionLines | null {
  const grid = gridOf(run);
  if (!grid || !hasConvolution(run)) return null;
  const { looks, means } = windowsOf(grid, run);
  const pool = means ? [means.height, means.width] : [1, 1];
  const drops = run.drop > 0;
  return {
    settings: [
      `GRID = (${grid.down}, ${grid.across})  # the rows and columns of an example`,
      `KERNELS = ${run.kernels}  # of the convolution`,
      `WINDOW = (${looks.height}, ${looks.width})  # the rows and columns that a kernel sees`,
      `STRIDE = ${run.stride}  # how far it moves from place to place`,
      `POOL = (${pool.join(", ")})  # the rows and columns of places whose mean goes on`,
    ],
    width: [
      "        places = [(g - w) // STRIDE + 1 for g, w in zip(GRID, WINDOW)]",
      "        self.pools = [p // n for p, n in zip(places, POOL)]",
      "        inputs = KERNELS * math.prod(self.pools)",
    ],
    layer: ["        self.layers.insert(0, nn.Conv2d(1, KERNELS, WINDOW, STRIDE))"],
    method: [
      "    def look(self, x):",
      '        """What each kernel says at each place, and the mean of neighbouring places."""',
      "        x = ACTIVATIONS[0](self.layers[0](x.reshape(-1, 1, *GRID)))",
      "        # Places that fill no whole pool are left out; a place's kernels come together.",
      "        places = [p * n for p, n in zip(self.pools, POOL)]",
      "        x = x[:, :, : places[0], : places[1]].permute(0, 2, 3, 1)",
      ...(drops
        ? ["        x = self.dropout(x.flatten(1), 0).reshape(-1, *places, KERNELS)"]
        : []),
      "        x = F.avg_pool2d(x.permute(0, 3, 1, 2), POOL)",
      "        x = x.permute(0, 2, 3, 1).flatten(1)",
      `        return ${drops && means ? "self.dropout(x, 1)" : "x"}`,
      "",
    ],
    call: ["        x = self.look(x)"],
    before: means ? 2 : 1,
  };
}
