import { range, type Vec } from "./form.ts";

/** Does anything stand in the way? Triangles in a tree of boxes. */
export type Shade = (from: Vec, ray: Vec, within: number) => boolean;

type Triangle = readonly [Vec, Vec, Vec];
type Tree = Readonly<{
  corners: Float64Array;
  order: readonly number[];
  /** Six numbers a node: lowest and highest corner. */
  box: Float64Array;
  /** Three numbers a node: its triangles from and to, and its second child, or -1. The first child comes next. */
  link: Int32Array;
}>;

const treeOf = (triangles: readonly Triangle[]): Tree => {
  const corners = new Float64Array(triangles.flat(2));
  const order = range(triangles.length);
  const middle = (nth: number, axis: number) =>
    corners[nth * 9 + axis]! + corners[nth * 9 + 3 + axis]! + corners[nth * 9 + 6 + axis]!;
  const bounds: number[] = [];
  const links: number[] = [];
  const build = (from: number, to: number): number => {
    const node = links.length / 3;
    const [low, high] = [
      [9e9, 9e9, 9e9],
      [-9e9, -9e9, -9e9],
    ];
    for (let nth = from; nth < to; nth++)
      for (let i = 0; i < 9; i++) {
        const x = corners[order[nth]! * 9 + i]!;
        low[i % 3] = Math.min(low[i % 3]!, x);
        high[i % 3] = Math.max(high[i % 3]!, x);
      }
    bounds.push(...low, ...high);
    links.push(from, to, -1);
    if (to - from <= 4) return node;
    const size = high.map((x, i) => x - low[i]!);
    const axis = size.indexOf(Math.max(...size));
    const part = order.slice(from, to).sort((a, b) => middle(a, axis) - middle(b, axis));
    part.forEach((nth, i) => (order[from + i] = nth));
    const half = (from + to) >> 1;
    build(from, half);
    links[node * 3 + 2] = build(half, to);
    return node;
  };
  build(0, triangles.length);
  return { corners, order, box: new Float64Array(bounds), link: new Int32Array(links) };
};

export const shadeOf = (triangles: readonly Triangle[]): Shade => {
  const { corners, order, box, link } = treeOf(triangles);
  const stack = new Int32Array(64);
  return ([px, py, pz], ray, within) => {
    const [ix, iy, iz] = [1 / (ray[0] || 1e-12), 1 / (ray[1] || 1e-12), 1 / (ray[2] || 1e-12)];
    let top = 0;
    stack[top++] = 0;
    while (top > 0) {
      const node = stack[--top]!;
      const b = node * 6;
      const x1 = (box[b]! - px) * ix,
        x2 = (box[b + 3]! - px) * ix;
      const y1 = (box[b + 1]! - py) * iy,
        y2 = (box[b + 4]! - py) * iy;
      const z1 = (box[b + 2]! - pz) * iz,
        z2 = (box[b + 5]! - pz) * iz;
      const near = Math.max(Math.min(x1, x2), Math.min(y1, y2), Math.min(z1, z2), 0);
      const far = Math.min(Math.max(x1, x2), Math.max(y1, y2), Math.max(z1, z2), within);
      if (near > far) continue;
      const second = link[node * 3 + 2]!;
      if (second >= 0) {
        stack[top++] = second;
        stack[top++] = node + 1;
        continue;
      }
      for (let nth = link[node * 3]!; nth < link[node * 3 + 1]!; nth++) {
        const away = awayOf(corners, order[nth]! * 9, [px, py, pz], ray);
        if (away > 1e-4 && away < within) return true;
      }
    }
    return false;
  };
};

/** How far along the ray the triangle is met; -1 where it is missed. */
const awayOf = (corners: Float64Array, c: number, [px, py, pz]: Vec, [dx, dy, dz]: Vec): number => {
  const ax = corners[c]!,
    ay = corners[c + 1]!,
    az = corners[c + 2]!;
  const ex = corners[c + 3]! - ax,
    ey = corners[c + 4]! - ay,
    ez = corners[c + 5]! - az;
  const fx = corners[c + 6]! - ax,
    fy = corners[c + 7]! - ay,
    fz = corners[c + 8]! - az;
  const hx = dy * fz - dz * fy,
    hy = dz * fx - dx * fz,
    hz = dx * fy - dy * fx;
  const det = ex * hx + ey * hy + ez * hz;
  if (Math.abs(det) < 1e-12) return -1;
  const sx = px - ax,
    sy = py - ay,
    sz = pz - az;
  const u = (sx * hx + sy * hy + sz * hz) / det;
  if (u < 0 || u > 1) return -1;
  const qx = sy * ez - sz * ey,
    qy = sz * ex - sx * ez,
    qz = sx * ey - sy * ex;
  const v = (dx * qx + dy * qy + dz * qz) / det;
  if (v < 0 || u + v > 1) return -1;
  return (fx * qx + fy * qy + fz * qz) / det;
};
