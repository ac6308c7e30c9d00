import { solve } from "@wares/platform/proof-of-work";

// Beside the page: it answers while this one reckons.
addEventListener("message", ({ data }: MessageEvent<{ challenge: string; zeroBits: number }>) => {
  void solve(data).then((nonce) => postMessage(nonce));
});
