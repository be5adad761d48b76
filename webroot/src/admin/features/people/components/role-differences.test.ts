import { describe, expect, it } from 'vitest';
import { roleDifferences } from './role-differences';

const text = {
  titleEn: 'Name in English',
  titleDe: 'Name in German',
  rank: 'Rank',
  factorLabel: 'Second factor',
  yes: 'Yes',
  no: 'No',
};
const role = {
  title: { en: 'Editor', de: 'Redaktion' },
  rank: 10,
  permissions: ['content:read', 'content:write'],
  secondFactor: false,
};

describe('what differs between two states of a role', () => {
  it('is nothing while only the order of the permissions differs', () => {
    const turned = { ...role, permissions: ['content:write', 'content:read'] };
    expect(roleDifferences(role, turned, text, 'en')).toEqual([]);
  });

  it('names each field and each permission by itself', () => {
    const theirs = { ...role, rank: 20, permissions: ['content:read', 'people:read'] };
    expect(roleDifferences(role, theirs, text, 'en')).toEqual([
      { label: 'Rank', yours: '10', theirs: '20' },
      { label: 'Write content', yours: 'Yes', theirs: 'No' },
      { label: 'See people', yours: 'No', theirs: 'Yes' },
    ]);
  });
});
