const root = process.cwd();
const { loadBrains } = await import(root + '/src/brains.ts');
const { answerMessage } = await import(root + '/src/assistant.ts');
const { splitAsks } = await import(root + '/src/intents/several-parts.ts');
const { normalizeText } = await import(root + '/src/text/normalize.ts');
const { INTENTS } = await import(root + '/src/intents/intents.ts');
const { readQuestion } = await import(root + '/src/question/read.ts');
const [brain] = loadBrains() as any;
for (const q of process.argv.slice(2)) { const t = normalizeText(q).text; const parts = splitAsks(t); console.log('##', q, JSON.stringify(parts));
 const question = readQuestion(q, { lookup: brain.lookup, engine: brain.engine, turn: null, quotedUnits: [], correct: brain.correct });
 const scene = { ...brain, question, turn: null, today: '2024-01-26' };
 console.log('  scores', INTENTS.map((i: any) => [i.name, i.score(scene)]).filter((x: any) => x[1] > 0).sort((a: any, b: any) => b[1] - a[1]).map((x: any) => x.join(':')).join(' '));
 for (const p of parts) { const a = answerMessage(brain, p, {}, null).answer; console.log('   -', p, '=>', a.intent, a.refused ? 'REF' : '', a.text.slice(0, 160).replaceAll('\n', ' / ')); } }
