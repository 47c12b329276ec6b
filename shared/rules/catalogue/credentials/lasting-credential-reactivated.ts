import { call, denied, user } from '../../../events/example.ts';
import type { Action, IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** What each call switches on or off: its name in words, and the parameter that holds its id. */
const credentials: Readonly<Record<string, readonly [words: string, parameter: string]>> = {
  UpdateSSHPublicKey: ['SSH key', 'sSHPublicKeyId'],
  UpdateServiceSpecificCredential: ['service-specific credential', 'serviceSpecificCredentialId'],
  UpdateSigningCertificate: ['signing certificate', 'certificateId'],
};

const activatedBy = ({
  name,
  request,
}: IamEvent): { readonly words: string; readonly id: string } | undefined => {
  const [words, parameter] = credentials[name] ?? [];
  const isOn = textAt(request, 'status') === 'Active';
  return isOn && words !== undefined && parameter !== undefined
    ? { words, id: textAt(request, parameter) ?? 'unknown' }
    : undefined;
};

export default defineRule({
  id: 'lasting-credential-reactivated',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'iam:UpdateSSHPublicKey',
      'iam:UpdateServiceSpecificCredential',
      'iam:UpdateSigningCertificate',
    ],
  },
  title: 'Credential beside the access keys switched on again',
  why: 'SSH keys, service-specific credentials (also API keys of Bedrock) and signing certificates do not expire and are seldom looked at. An old one that works again is a back door nobody watches.',
  fix: 'Ask the owner what it is for. If nobody knows, switch it off and delete it.',
  misses:
    'Refused attempts: the record does not say whether the credential was to be switched on. Access keys (access-key-reactivated).',
  falsePositives: 'Rotations that are taken back.',
  attack: ['T1098.001', 'T1098.004'],
  messages: { reactivated: '{actor} switched on the {credential} {id} of {user} from {sourceIp}.' },

  evaluate(event) {
    const activated = activatedBy(event);
    if (!activated) return [];
    const { user, resource } = affectedUserOf(event);
    const { words: credential, id } = activated;
    return [{ message: 'reactivated', resource, aspect: id, data: { credential, id, user } }];
  },
});

export const examples = (): Example[] => {
  const update = (action: Action, request: JsonObject, over: JsonObject = {}) =>
    call(action, { by: user('bob'), request: { userName: 'alice', ...request }, ...over });
  const ssh = { sSHPublicKeyId: 'APKAEIBAERJR2EXAMPLE' };
  return [
    {
      name: 'an SSH key',
      expect: ['reactivated'],
      severity: 'medium',
      record: update('iam:UpdateSSHPublicKey', { ...ssh, status: 'Active' }),
    },
    {
      name: 'a service-specific credential',
      expect: ['reactivated'],
      record: update('iam:UpdateServiceSpecificCredential', {
        serviceSpecificCredentialId: 'ACCAEXAMPLE123EXAMPLE',
        status: 'Active',
      }),
    },
    {
      name: 'a signing certificate',
      expect: ['reactivated'],
      record: update('iam:UpdateSigningCertificate', {
        certificateId: 'TA7SMP42TDN5Z26OBPJE7EXAMPLE',
        status: 'Active',
      }),
    },
    {
      name: 'switched off',
      expect: [],
      record: update('iam:UpdateSSHPublicKey', { ...ssh, status: 'Inactive' }),
    },
    {
      name: 'refused: what was asked for is not logged',
      expect: [],
      record: call('iam:UpdateSSHPublicKey', { error: denied('iam:UpdateSSHPublicKey', 'user alice') }),
    },
    {
      name: 'there is none',
      expect: [],
      record: update(
        'iam:UpdateSSHPublicKey',
        { ...ssh, status: 'Active' },
        { error: { code: 'NoSuchEntityException' } },
      ),
    },
  ];
};
