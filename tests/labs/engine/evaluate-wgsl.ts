// Computes an f32 expression on the GPU, for each element of its arguments.

/** `code` holds `fn compute(a : f32, b : f32, c : f32) -> f32`; the columns are a, b, c. */
export async function evaluateWgsl(
  device: GPUDevice,
  code: string,
  columns: readonly [Float32Array, Float32Array, Float32Array],
): Promise<Float32Array> {
  const count = columns[0].length;
  const size = 4 * count;
  const usage =
    GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  const buffers = [...columns, new Float32Array(count)].map((column) => {
    const buffer = device.createBuffer({ size, usage });
    device.queue.writeBuffer(buffer, 0, Float32Array.from(column));
    return buffer;
  });
  const out = device.createBuffer({
    size,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  const bindings = ["a_in", "b_in", "c_in", "d_out"].map(
    (name, index) =>
      `@group(0) @binding(${index}) var<storage, read_write> ${name} : array<f32>;`,
  );
  device.pushErrorScope("validation");
  const module = device.createShaderModule({
    code: `${bindings.join("\n")}
${code}
@compute @workgroup_size(64) fn start(@builtin(global_invocation_id) id : vec3u) {
  if (id.x >= ${count}u) { return; }
  d_out[id.x] = compute(a_in[id.x], b_in[id.x], c_in[id.x]);
}`,
  });
  const pipeline = device.createComputePipeline({ layout: "auto", compute: { module } });
  const layout = pipeline.getBindGroupLayout(0);
  const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, device.createBindGroup({ layout, entries }));
  pass.dispatchWorkgroups(Math.ceil(count / 64));
  pass.end();
  encoder.copyBufferToBuffer(buffers[3]!, 0, out, 0, size);
  device.queue.submit([encoder.finish()]);
  const error = await device.popErrorScope();
  if (error) throw new Error(error.message);
  await out.mapAsync(GPUMapMode.READ);
  return new Float32Array(out.getMappedRange().slice(0));
}
