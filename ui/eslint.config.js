import hooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist", "target", "node_modules", "shots", "src/api/schema.d.ts"] },
  ts.configs.recommended,
  hooks.configs.flat.recommended,
  { rules: { "@typescript-eslint/no-explicit-any": "error", "no-console": "error", eqeqeq: ["error", "smart"] } },
  { files: ["dev/**", "build/**"], rules: { "no-console": "off" } },
);
