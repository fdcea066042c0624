import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/global-setup.mjs",
    setupFiles: "test/seed-properties.ts",
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
