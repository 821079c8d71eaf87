// Bundles the style sheet and the few web components into dist/, from where the WAR takes them.
import { build } from 'esbuild';
import { readdirSync, cpSync, existsSync } from 'node:fs';

const modules = readdirSync('src').filter((name) => name.endsWith('.ts')).map((name) => `src/${name}`);
await build({ entryPoints: modules, outdir: 'dist/js', bundle: true, minify: true, format: 'esm', target: 'es2022' });
await build({ entryPoints: ['src/css/app.css'], outdir: 'dist/css', bundle: true, minify: true });
if (existsSync('static')) {
  cpSync('static', 'dist', { recursive: true });
}
