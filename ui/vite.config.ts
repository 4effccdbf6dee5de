import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import type { PluginOption } from "vite";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** `--mode pretend` answers the API from dev/; otherwise it is asked of a running Greenroom. */
export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => {
  const plugins: PluginOption[] = [react()];
  let proxy: Record<string, string> = { "/api": process.env.API_URL ?? "http://127.0.0.1:8080" };
  if (mode === "pretend") {
    const { pretendApi } = await import("./dev/pretend-api.ts");
    plugins.push(pretendApi());
    proxy = {};
  }
  return {
    plugins,
    resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
    server: { host: "127.0.0.1", proxy },
    build: { target: "es2023", assetsInlineLimit: 0, reportCompressedSize: false },
    test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
  };
});
