/** Any setting of postgresql.conf. */
export type Settings = Readonly<Record<string, string | number>>;

/** For a machine of two cores and 4 GB that does other work too. Given at each start, never stored. */
export const defaults: Settings = {
  max_connections: 200,
  shared_buffers: "256MB",
  // These binaries were built without lz4 and zstd.
  wal_compression: "pglz",
  max_wal_size: "2GB",
  checkpoint_completion_target: 0.9,
  random_page_cost: 1.1,
  // Plans made while a table was empty read all of it: made again soon, in the first rush of a new shop too.
  autovacuum_naptime: "10s",
  timezone: "UTC",
  log_timezone: "UTC",
  // Statements that fail are reported by whoever sent them. The log is about the server itself,
  // and so stays small under a flood of unique violations.
  log_min_messages: "log",
  log_checkpoints: "off",
};

export const asArguments = (settings: Settings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
