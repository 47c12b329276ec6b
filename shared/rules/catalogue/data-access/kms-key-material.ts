import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { kmsKeyOf } from '../../kms-key.ts';

export default defineRule({
  id: 'kms-key-material',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['kms:ImportKeyMaterial', 'kms:DeleteImportedKeyMaterial'] },
  outcome: 'any',
  title: 'Imported key material of a KMS key brought in or deleted',
  why: 'Deleting imported material makes a key useless at once, without the waiting period of a deletion. Material that an attacker brought in is known to the attacker: data that victims’ accounts encrypt with it is held to ransom.',
  fix: 'Ask the keepers of your key material. Import the same material again from your own copy to make a deleted key work; if foreign material was imported, disable the key and re-encrypt what was written since.',
  misses: 'Material that expires by the date it was imported with. Keys in custom key stores.',
  falsePositives: 'Organisations that bring their own keys: few, and each import is planned.',
  attack: ['T1485', 'T1486'],
  messages: {
    imported: {
      done: '{actor} imported key material into KMS key {resource}.',
      tried: '{actor} tried to import key material into KMS key {resource}, which did not succeed.',
    },
    deleted: {
      done: '{actor} deleted the imported material of KMS key {resource}: it is useless from now on.',
      tried: '{actor} tried to delete the imported material of KMS key {resource}, which did not succeed.',
    },
  },

  evaluate(event) {
    const message = event.name === 'ImportKeyMaterial' ? 'imported' : 'deleted';
    return [{ message, resource: kmsKeyOf(event), data: {} }];
  },
});

const request = { keyId: '1234abcd-12ab-34cd-56ef-1234567890ab' };

export const examples = (): Example[] => [
  {
    name: 'imported',
    expect: ['imported'],
    severity: 'high',
    record: call('kms:ImportKeyMaterial', {
      request: { ...request, expirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' },
    }),
  },
  { name: 'deleted', expect: ['deleted'], record: call('kms:DeleteImportedKeyMaterial', { request }) },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'high',
    record: call('kms:DeleteImportedKeyMaterial', { error: denied('kms:DeleteImportedKeyMaterial') }),
  },
  {
    name: 'wrong material: somebody is at it',
    expect: ['imported'],
    record: call('kms:ImportKeyMaterial', { request, error: { code: 'IncorrectKeyMaterialException' } }),
  },
  {
    name: 'asking for the wrapping key only',
    expect: [],
    record: call('kms:GetParametersForImport', { request, readOnly: true }),
  },
];
