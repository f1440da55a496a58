// The limit that the compiled kernel is held against: a training in C for one network, whose
// sizes are constants (-D), in single precision with the four lanes of WebAssembly's SIMD.
// Plain gradient descent on mini-batches; hidden layers are tanh, and the loss is the mean
// squared error of one output, or with -DCATEGORICAL=1 the cross-entropy after softmax.
// It leaves out all else that the kernel can do, and keeps no promise of equal bits.
#include <wasm_simd128.h>

typedef v128_t lanes;
#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

// W0 inputs, then W1 … W4 neurons; a layer that is not there has 0.
#define HAS(n) (W##n > 0)
enum {
  at1 = 0,
  at2 = at1 + W0 * W1 + W1,
  at3 = at2 + W1 * W2 + W2,
  at4 = at3 + W2 * W3 + W3,
  size = at4 + W3 * W4 + W4,
  outputs = HAS(4) ? W4 : HAS(3) ? W3 : W2,
  // A batch, and the blocks in which a set is measured, in vectors of four rows.
  vectors = (BATCH + 3) / 4,
  measured = 3,
  trainBlocks = (TRAIN + 4 * measured - 1) / (4 * measured),
  testBlocks = (TEST + 4 * measured - 1) / (4 * measured),
  goals = CATEGORICAL ? W4 + (HAS(4) ? 0 : HAS(3) ? W3 : W2) : 1,
  widest = 64 > W0 ? 64 : W0,
};

// Filled by the page: see `filled` for what it calls to have the sets laid out.
float weights[size + 4], features[(TRAIN + TEST) * W0], targets[TRAIN + TEST];
float meanLosses[2];

// The measured sets, block by block, number by number, row by row.
static lanes trainInputs[trainBlocks * W0 * measured], trainTargets[trainBlocks * measured];
static lanes testInputs[testBlocks * W0 * measured], testTargets[testBlocks * measured];

static lanes inputs[W0 * vectors], wanted[vectors];
static lanes values[4][widest * 4], deltas[4][widest * 4];
// A layer's deltas row by row.
static float turned[4 * vectors * (widest + 4)];
static unsigned order[TRAIN], noise = 2463534242u;

INLINE lanes all(float x) { return wasm_f32x4_splat(x); }
INLINE lanes add(lanes a, lanes b) { return wasm_f32x4_add(a, b); }
INLINE lanes sub(lanes a, lanes b) { return wasm_f32x4_sub(a, b); }
INLINE lanes mul(lanes a, lanes b) { return wasm_f32x4_mul(a, b); }
INLINE lanes splat(const float *x) { return wasm_v128_load32_splat(x); }

// A rational function of x on ±7.9988, after Eigen's; off by 3 units in the last place.
INLINE lanes tanhOf(lanes z) {
  lanes x = wasm_f32x4_pmax(wasm_f32x4_pmin(z, all(7.99881172180175781f)),
                            all(-7.99881172180175781f));
  lanes q = mul(x, x);
  lanes p = all(-2.76076847742355e-16f);
  p = add(mul(p, q), all(2.00018790482477e-13f));
  p = add(mul(p, q), all(-8.60467152213735e-11f));
  p = add(mul(p, q), all(5.12229709037114e-08f));
  p = add(mul(p, q), all(1.48572235717979e-05f));
  p = add(mul(p, q), all(6.37261928875436e-04f));
  p = add(mul(p, q), all(4.89352455891786e-03f));
  lanes d = all(1.19825839466702e-06f);
  d = add(mul(d, q), all(1.18534705686654e-04f));
  d = add(mul(d, q), all(2.26843463243900e-03f));
  d = add(mul(d, q), all(4.89352518554385e-03f));
  return wasm_f32x4_div(mul(x, p), d);
}

// e^x for -87 <= x <= 88.
INLINE lanes expOf(lanes z) {
  lanes x = wasm_f32x4_pmax(z, all(-87.0f));
  lanes shifted = add(mul(x, all(1.44269504f)), all(12582912.0f));
  lanes whole = sub(shifted, all(12582912.0f));
  lanes r = sub(x, mul(whole, all(0.693359375f)));
  r = sub(r, mul(whole, all(-2.12194440e-4f)));
  lanes p = all(1.3882395e-3f);
  p = add(mul(p, r), all(8.3671733e-3f));
  p = add(mul(p, r), all(4.1667221e-2f));
  p = add(mul(p, r), all(0.16666539f));
  p = add(mul(p, r), all(0.49999998f));
  p = add(mul(mul(r, r), p), add(r, all(1.0f)));
  return wasm_i32x4_add(p, wasm_i32x4_shl(shifted, 23));
}

// ln x for normal x > 0 (logf of Cephes).
INLINE lanes logOf(lanes x) {
  lanes raised = wasm_i32x4_add(x, wasm_i32x4_splat(0x3f800000 - 0x3f3504f3));
  lanes octaves = wasm_f32x4_convert_i32x4(
      wasm_i32x4_sub(wasm_u32x4_shr(raised, 23), wasm_i32x4_splat(127)));
  lanes near = wasm_i32x4_add(wasm_v128_and(raised, wasm_i32x4_splat(0x7fffff)),
                              wasm_i32x4_splat(0x3f3504f3));
  lanes f = sub(near, all(1.0f)), q = mul(f, f);
  lanes p = all(7.0376836292e-2f);
  p = add(mul(p, f), all(-1.1514610310e-1f));
  p = add(mul(p, f), all(1.1676998740e-1f));
  p = add(mul(p, f), all(-1.2420140846e-1f));
  p = add(mul(p, f), all(1.4249322787e-1f));
  p = add(mul(p, f), all(-1.6668057665e-1f));
  p = add(mul(p, f), all(2.0000714765e-1f));
  p = add(mul(p, f), all(-2.4999993993e-1f));
  p = add(mul(p, f), all(3.3333331174e-1f));
  lanes value = sub(add(f, mul(mul(q, f), p)), mul(q, all(0.5f)));
  return add(value, mul(octaves, all(0.69314718f)));
}

enum { linear, hyperbolic, slopes };

// `count` columns of sums over `depth`, of v vectors of rows, and what becomes of them.
INLINE void tile(const int count, const int depth, const int v, const float *w,
                 const int columnStride, const int depthStride, const float *bias,
                 const lanes *from, lanes *into, const int finish) {
  lanes sum[4][4];
  UNROLL for (int c = 0; c < count; c += 1) {
    UNROLL for (int k = 0; k < v; k += 1) sum[c][k] = bias ? splat(bias + c) : all(0.0f);
  }
  for (int d = 0; d < depth; d += 1) {
    UNROLL for (int c = 0; c < count; c += 1) {
      lanes shared = splat(w + c * columnStride + d * depthStride);
      UNROLL for (int k = 0; k < v; k += 1) {
        sum[c][k] = add(sum[c][k], mul(shared, from[d * v + k]));
      }
    }
  }
  UNROLL for (int c = 0; c < count; c += 1) {
    UNROLL for (int k = 0; k < v; k += 1) {
      lanes x = sum[c][k];
      // On the way back `into` holds the outputs, whose slope by the sum is 1 - output².
      if (finish == hyperbolic) x = tanhOf(x);
      into[c * v + k] = x;
    }
  }
}

INLINE void product(const int columns, const int depth, const int v, const float *w,
                    const int columnStride, const int depthStride, const float *bias,
                    const lanes *from, lanes *into, const int finish) {
  const int wide = 3;
  for (int c = 0; c + wide <= columns; c += wide) {
    tile(wide, depth, v, w + c * columnStride, columnStride, depthStride,
         bias ? bias + c : 0, from, into + c * v, finish);
  }
  const int left = columns % wide, done = columns - left;
  if (left > 0) {
    tile(left, depth, v, w + done * columnStride, columnStride, depthStride,
         bias ? bias + done : 0, from, into + done * v, finish);
  }
}

INLINE void layer(const int in, const int out, const int at, const int v,
                  const lanes *from, lanes *into, const int isLast) {
  product(out, in, v, weights + at, 1, out, weights + at + in * out, from, into,
          isLast ? linear : hyperbolic);
}

// From inputs to scores; gives where these are.
INLINE lanes *forward(const int v, const lanes *from) {
  layer(W0, W1, at1, v, from, values[0], 0);
  layer(W1, W2, at2, v, values[0], values[1], !HAS(3));
  if (HAS(3)) layer(W2, W3, at3, v, values[1], values[2], !HAS(4));
  if (HAS(4)) layer(W3, W4, at4, v, values[2], values[3], 1);
  return HAS(4) ? values[3] : HAS(3) ? values[2] : values[1];
}

// The slopes of a layer's sums from those of the layer above it.
INLINE void back(const int in, const int out, const int at, const lanes *above,
                 const lanes *value, lanes *below) {
  product(in, out, vectors, weights + at, out, 1, 0, above, below, slopes);
  for (int n = 0; n < in * vectors; n += 1) {
    below[n] = mul(below[n], sub(all(1.0f), mul(value[n], value[n])));
  }
}

// The step of a layer's weights by their slopes, the sums over rows of input × delta.
INLINE void step(const int in, const int out, const int at, const lanes *from,
                 const lanes *delta, const float rate, const int rows) {
  const int stride = (out + 3) / 4 * 4, groups = stride / 4;
  const float *column = (const float *)delta;
  for (int o = 0; o < groups; o += 1) {
    UNROLL for (int k = 0; k < vectors; k += 1) {
      lanes a = delta[(4 * o) * vectors + k];
      lanes zero = all(0.0f);
      lanes b = 4 * o + 1 < out ? delta[(4 * o + 1) * vectors + k] : zero;
      lanes c = 4 * o + 2 < out ? delta[(4 * o + 2) * vectors + k] : zero;
      lanes d = 4 * o + 3 < out ? delta[(4 * o + 3) * vectors + k] : zero;
      lanes ab = wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), AB = wasm_i32x4_shuffle(a, b, 2, 6, 3, 7);
      lanes cd = wasm_i32x4_shuffle(c, d, 0, 4, 1, 5), CD = wasm_i32x4_shuffle(c, d, 2, 6, 3, 7);
      float *to = turned + 4 * k * stride + 4 * o;
      wasm_v128_store(to, wasm_i32x4_shuffle(ab, cd, 0, 1, 4, 5));
      wasm_v128_store(to + stride, wasm_i32x4_shuffle(ab, cd, 2, 3, 6, 7));
      wasm_v128_store(to + 2 * stride, wasm_i32x4_shuffle(AB, CD, 0, 1, 4, 5));
      wasm_v128_store(to + 3 * stride, wasm_i32x4_shuffle(AB, CD, 2, 3, 6, 7));
    }
  }
  (void)column;
  float *w = weights + at, *bias = w + in * out;
  const lanes by = all(rate);
  // Rows of weights overlap the next ones where they are no whole fours: those are added
  // nothing, as their deltas are 0.
  for (int i = 0; i < in; i += 1) {
    const float *own = (const float *)(from + i * vectors);
    for (int o = 0; o < groups; o += 1) {
      lanes sum = mul(splat(own), wasm_v128_load(turned + 4 * o));
      UNROLL for (int r = 1; r < BATCH; r += 1) {
        sum = add(sum, mul(splat(own + r), wasm_v128_load(turned + r * stride + 4 * o)));
      }
      float *to = w + i * out + 4 * o;
      wasm_v128_store(to, sub(wasm_v128_load(to), mul(by, sum)));
    }
  }
  for (int o = 0; o < groups; o += 1) {
    lanes sum = wasm_v128_load(turned + 4 * o);
    UNROLL for (int r = 1; r < BATCH; r += 1) {
      sum = add(sum, wasm_v128_load(turned + r * stride + 4 * o));
    }
    float *to = bias + 4 * o;
    wasm_v128_store(to, sub(wasm_v128_load(to), mul(by, sum)));
  }
}

// From scores to their shares (softmax), and each row's logarithm of their sum.
INLINE lanes softmax(const int v, const int k, const lanes *scores, lanes *shares) {
  lanes most = scores[k];
  UNROLL for (int o = 1; o < outputs; o += 1) most = wasm_f32x4_pmax(most, scores[o * v + k]);
  lanes sum = all(0.0f);
  UNROLL for (int o = 0; o < outputs; o += 1) {
    lanes own = expOf(sub(scores[o * v + k], most));
    shares[o] = own;
    sum = add(sum, own);
  }
  lanes part = wasm_f32x4_div(all(1.0f), sum);
  UNROLL for (int o = 0; o < outputs; o += 1) shares[o] = mul(shares[o], part);
  return add(most, logOf(sum));
}

INLINE float measure(const int blocks, const int count, const lanes *from, const lanes *right) {
  lanes sum = all(0.0f);
  for (int block = 0; block < blocks; block += 1) {
    const lanes *scores = forward(measured, from + block * W0 * measured);
    UNROLL for (int k = 0; k < measured; k += 1) {
      int row = 4 * (block * measured + k);
      lanes counted = wasm_i32x4_lt(wasm_i32x4_make(row, row + 1, row + 2, row + 3),
                                    wasm_i32x4_splat(count));
      lanes goal = right[block * measured + k], loss;
      if (CATEGORICAL) {
        lanes shares[outputs];
        lanes own = all(0.0f);
        loss = softmax(measured, k, scores, shares);
        UNROLL for (int o = 0; o < outputs; o += 1) {
          lanes is = wasm_f32x4_eq(goal, all((float)o));
          own = add(own, wasm_v128_and(is, scores[o * measured + k]));
        }
        loss = sub(loss, own);
      } else {
        lanes off = sub(scores[k], goal);
        loss = mul(off, off);
      }
      sum = add(sum, wasm_v128_and(counted, loss));
    }
  }
  return (wasm_f32x4_extract_lane(sum, 0) + wasm_f32x4_extract_lane(sum, 1) +
          wasm_f32x4_extract_lane(sum, 2) + wasm_f32x4_extract_lane(sum, 3)) / count;
}

__attribute__((export_name("losses"))) void losses(void) {
  meanLosses[0] = measure(trainBlocks, TRAIN, trainInputs, trainTargets);
  meanLosses[1] = measure(testBlocks, TEST, testInputs, testTargets);
}

static unsigned random(void) {
  noise ^= noise << 13;
  noise ^= noise >> 17;
  noise ^= noise << 5;
  return noise;
}

// Marsaglia's generator, and the order after Fisher and Yates.
static void shuffle(void) {
  for (unsigned n = TRAIN - 1; n > 0; n -= 1) {
    unsigned other = (unsigned)(((unsigned long long)random() * (n + 1)) >> 32);
    unsigned kept = order[n];
    order[n] = order[other];
    order[other] = kept;
  }
}

INLINE void batch(int from, const int rows) {
  float *in = (float *)inputs, *goal = (float *)wanted;
  for (int r = 0; r < rows; r += 1) {
    const float *row = features + order[from + r] * W0;
    for (int i = 0; i < W0; i += 1) in[i * 4 * vectors + r] = row[i];
    goal[r] = targets[order[from + r]];
  }
  const lanes *scores = forward(vectors, inputs);
  lanes *above = HAS(4) ? deltas[3] : HAS(3) ? deltas[2] : deltas[1];
  // What stands in rows that are none is left from before, and finite: it counts nothing.
  UNROLL for (int k = 0; k < vectors; k += 1) {
    lanes counted = wasm_i32x4_lt(wasm_i32x4_make(4 * k, 4 * k + 1, 4 * k + 2, 4 * k + 3),
                                  wasm_i32x4_splat(rows));
    if (CATEGORICAL) {
      lanes shares[outputs];
      softmax(vectors, k, scores, shares);
      UNROLL for (int o = 0; o < outputs; o += 1) {
        lanes is = wasm_v128_and(wasm_f32x4_eq(wanted[k], all((float)o)), all(1.0f));
        above[o * vectors + k] = wasm_v128_and(counted, sub(shares[o], is));
      }
    } else {
      lanes off = sub(scores[k], wanted[k]);
      above[k] = wasm_v128_and(counted, add(off, off));
    }
  }
  const float rate = RATE / rows;
  if (HAS(4)) back(W3, W4, at4, deltas[3], values[2], deltas[2]);
  if (HAS(3)) back(W2, W3, at3, deltas[2], values[1], deltas[1]);
  back(W1, W2, at2, deltas[1], values[0], deltas[0]);
  step(W0, W1, at1, inputs, deltas[0], rate, rows);
  step(W1, W2, at2, values[0], deltas[1], rate, rows);
  if (HAS(3)) step(W2, W3, at3, values[1], deltas[2], rate, rows);
  if (HAS(4)) step(W3, W4, at4, values[2], deltas[3], rate, rows);
}

// Trains passes, and measures both losses after each.
__attribute__((export_name("train"))) void train(int passes) {
  for (; passes > 0; passes -= 1) {
    shuffle();
    int from = 0;
    for (; from + BATCH <= TRAIN; from += BATCH) batch(from, BATCH);
    if (TRAIN % BATCH > 0) batch(from, TRAIN % BATCH);
    losses();
  }
}

static void fill(int blocks, int count, int first, lanes *in, lanes *right) {
  for (int row = 0; row < blocks * 4 * measured; row += 1) {
    int example = first + (row < count ? row : 0);
    int block = row / (4 * measured), place = row % (4 * measured);
    float *into = (float *)(in + block * W0 * measured) + place;
    for (int i = 0; i < W0; i += 1) into[i * 4 * measured] = features[example * W0 + i];
    ((float *)right)[row] = targets[example];
  }
}

// Once features and targets are there.
__attribute__((export_name("filled"))) void filled(void) {
  for (int n = 0; n < TRAIN; n += 1) order[n] = n;
  fill(trainBlocks, TRAIN, 0, trainInputs, trainTargets);
  fill(testBlocks, TEST, TRAIN, testInputs, testTargets);
}

__attribute__((export_name("weights"))) float *weightsAt(void) { return weights; }
__attribute__((export_name("features"))) float *featuresAt(void) { return features; }
__attribute__((export_name("targets"))) float *targetsAt(void) { return targets; }
__attribute__((export_name("meanLosses"))) float *meanLossesAt(void) { return meanLosses; }
