// readings and look-alikes of the spelling table → how alike a written and a meant character are
import type { SpellingTable } from '../search/spelling-data.ts';

/** How a written character may stand for the meant one. */
export type Likeness = 'same-sound' | 'near-sound' | 'same-shape';

/** What one character sounds and looks like; numbers of syllables, and of syllables with their like joined. */
export interface Profile {
  readonly exact: readonly number[];
  readonly blurred: readonly number[];
  /** Characters of the same shape. */
  readonly shape: string;
}

export interface Profiles {
  /** Of any character; one the table does not know is like no other. */
  readonly of: (char: string) => Profile;
  /** Numbers of a toneless syllable, or null when no character is read so. */
  readonly syllable: (letters: string) => { readonly exact: number; readonly blurred: number } | null;
}

/** Like no other. */
export const NOBODY: Profile = { exact: [], blurred: [], shape: '' };

const F_AS_H: Readonly<Record<string, string>> = {
  fa: 'hua',
  fan: 'huan',
  fang: 'huang',
  fei: 'hui',
  fen: 'hun',
  feng: 'hong',
  fo: 'huo',
  fou: 'hou',
  fu: 'hu',
};

/** zhi/zi, chan/can, shang/san, nan/lan, xing/xin, fa/hua: syllables many speakers and keyboards do not tell apart. */
function blurSyllable(syllable: string): string {
  return (F_AS_H[syllable] ?? syllable)
    .replace(/^([zcs])h/u, '$1')
    .replace(/^n/u, 'l')
    .replace(/([aei]n)g$/u, '$1');
}

export function createProfiles(table: Pick<SpellingTable, 'readings' | 'shapes'>): Profiles {
  const blurs = new Map<string, number>();
  const syllables = new Map<string, { exact: number; blurred: number }>();
  const profiles = new Map<string, { exact: number[]; blurred: number[]; shape: string }>();
  const open = (char: string): { exact: number[]; blurred: number[]; shape: string } => {
    const known = profiles.get(char);
    if (known !== undefined) return known;
    const fresh = { exact: [], blurred: [], shape: '' };
    profiles.set(char, fresh);
    return fresh;
  };
  Object.entries(table.readings).forEach(([syllable, chars], exact) => {
    const blur = blurSyllable(syllable);
    const blurred = blurs.get(blur) ?? blurs.size;
    blurs.set(blur, blurred);
    syllables.set(syllable, { exact, blurred });
    for (const char of chars) {
      const profile = open(char);
      profile.exact.push(exact);
      profile.blurred.push(blurred);
    }
  });
  for (const group of table.shapes) for (const char of group) open(char).shape += group;
  return {
    of: (char) => profiles.get(char) ?? NOBODY,
    syllable: (letters) => syllables.get(letters) ?? null,
  };
}

/** Null: the two have nothing in common. `char`: the meant character. Not meant for a character and itself. */
export function compareProfiles(written: Profile, meant: Profile, char: string): Likeness | null {
  if (share(written.exact, meant.exact)) return 'same-sound';
  if (written.shape !== '' && written.shape.includes(char)) return 'same-shape';
  return share(written.blurred, meant.blurred) ? 'near-sound' : null;
}

function share(a: readonly number[], b: readonly number[]): boolean {
  for (const key of a) if (b.includes(key)) return true;
  return false;
}
