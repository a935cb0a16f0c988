import { ensureIndex } from '../build.ts';
import { DEFAULT_PLACES } from '../index-files.ts';

const { rebuilt, warnings, files } = ensureIndex(DEFAULT_PLACES, { force: process.argv.includes('--force') });
for (const warning of warnings) process.stderr.write(`注意:${warning}\n`);
process.stdout.write(rebuilt ? `索引已重建:${files.size} 个文件\n` : '索引已是最新\n');
